/** Measures the real application, each run beside a baseline of its own, and checks afterwards that no credit was lost or made. */
@NullMarked
package io.creditledger.bench;

import org.jspecify.annotations.NullMarked;
