/** The read models against a real PostgreSQL, fed from scripted histories. */
@NullMarked
package io.creditledger.projections;

import org.jspecify.annotations.NullMarked;
