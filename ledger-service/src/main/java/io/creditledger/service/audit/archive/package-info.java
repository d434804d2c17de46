/** All history, or one account's, as lines that prove each other: how they are written, read and checked. */
@NullMarked
package io.creditledger.service.audit.archive;

import org.jspecify.annotations.NullMarked;
