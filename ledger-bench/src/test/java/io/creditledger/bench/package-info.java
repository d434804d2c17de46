/** Crashes of real processes under load, and the promises that must outlive them. */
@NullMarked
package io.creditledger.bench;

import org.jspecify.annotations.NullMarked;
