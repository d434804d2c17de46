package io.creditledger.service.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * That somebody asks for this is recorded before it is answered, and how it was answered afterwards. Every operation that needs
 * the scope {@code ledger:audit} has to say so.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LeavesTrace {

    /** The query parameters to remember. Others are not, for nobody knows what is in them. */
    String[] parameters() default {};

    /** Whether customers may look without a trace, since there is nothing but their own for them. */
    boolean exceptOfCustomers() default false;
}
