/** Every meter of the service by name, in one place. */
@NullMarked
package io.creditledger.service.platform.metrics;

import org.jspecify.annotations.NullMarked;
