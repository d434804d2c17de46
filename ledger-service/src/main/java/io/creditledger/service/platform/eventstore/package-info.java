/** Where facts are stored: the only package that knows the engine. */
@NullMarked
package io.creditledger.service.platform.eventstore;

import org.jspecify.annotations.NullMarked;
