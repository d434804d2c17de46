/** The PostgreSQL that holds everything: the embedded one or another's, its connections, and the proof that it keeps what it commits. */
@NullMarked
package io.creditledger.service.platform.postgres;

import org.jspecify.annotations.NullMarked;
