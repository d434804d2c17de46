/** The server: who may come in, what is asked for, and how answers leave. */
@NullMarked
package io.creditledger.simulator.http;

import org.jspecify.annotations.NullMarked;
