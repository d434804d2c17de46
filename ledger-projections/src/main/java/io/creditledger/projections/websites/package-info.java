/** What was spent on which website and when: the answers to FindWebsites and FindUsage. */
@NullMarked
package io.creditledger.projections.websites;

import org.jspecify.annotations.NullMarked;
