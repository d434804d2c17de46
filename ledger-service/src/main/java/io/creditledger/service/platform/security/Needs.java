package io.creditledger.service.platform.security;

import io.creditledger.service.access.Scope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a caller needs for an operation. One of an account, which has {@code accountId} in its path, is there only for those
 * whom the account is there for: to all others it is one that does not exist.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {

    /** One of these; none if it is enough to be known. */
    Scope[] value();

    /** Whether the operation concerns all accounts, and so is for those alone who have them all. */
    boolean everyAccount() default false;
}
