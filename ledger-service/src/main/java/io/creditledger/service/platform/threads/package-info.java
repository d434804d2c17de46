/** What the threads of this process run on. */
@NullMarked
package io.creditledger.service.platform.threads;

import org.jspecify.annotations.NullMarked;
