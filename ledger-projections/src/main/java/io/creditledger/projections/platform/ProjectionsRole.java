package io.creditledger.projections.platform;

/** The part of a process that makes read models and looks after them. */
public final class ProjectionsRole {

    /** Whether this process has it; it has when nothing is said. Without it a process answers questions of what others made. */
    public static final String PROPERTY = "ledger.role.projections";

    private ProjectionsRole() {}
}
