/** The pages and scripts that a customer's or a developer's browser loads. */
@NullMarked
package io.creditledger.simulator.browser;

import org.jspecify.annotations.NullMarked;
