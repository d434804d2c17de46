/** The audit over HTTP: statements, verification by replay, where the read models are, and what they have set aside. */
@NullMarked
package io.creditledger.service.audit.http;

import org.jspecify.annotations.NullMarked;
