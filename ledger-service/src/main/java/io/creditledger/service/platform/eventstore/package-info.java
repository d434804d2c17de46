/** The event store on PostgreSQL: appends with one commit for many, reads in the order of commits, answers of requests. */
@NullMarked
package io.creditledger.service.platform.eventstore;

import org.jspecify.annotations.NullMarked;
