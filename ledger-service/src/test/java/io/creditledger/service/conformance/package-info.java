/** Whether the service answers as its OpenAPI document says it does, whatever it is sent. */
@NullMarked
package io.creditledger.service.conformance;

import org.jspecify.annotations.NullMarked;
