/** What the service measures about itself. */
@NullMarked
package io.creditledger.service.platform.metrics;

import org.jspecify.annotations.NullMarked;
