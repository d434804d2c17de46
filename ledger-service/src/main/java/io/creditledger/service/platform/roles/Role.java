package io.creditledger.service.platform.roles;

import java.util.Locale;

/** A part of what a ledger does. A process has one or more of them. */
public enum Role {
    /** Answers requests: the interface and the dashboard. */
    HTTP,

    /** Decides commands. */
    COMMANDS,

    /** Makes read models, verifies and rebuilds them. */
    PROJECTIONS,

    /** Does what nobody asks for: books what fell due, finishes payments. */
    AUTOMATION;

    /** Of a property that is {@code true} where a process has the role. */
    public static final String PREFIX = "ledger.role.";

    public static final String HTTP_PROPERTY = PREFIX + "http";
    public static final String AUTOMATION_PROPERTY = PREFIX + "automation";

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String property() {
        return PREFIX + word();
    }
}
