/** What Stripe's API does, by kind of object, with its rules about money, cards, parameters and repeated requests. */
@NullMarked
package io.creditledger.simulator.stripe;

import org.jspecify.annotations.NullMarked;
