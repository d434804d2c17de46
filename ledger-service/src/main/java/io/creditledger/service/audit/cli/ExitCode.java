package io.creditledger.service.audit.cli;

/** How a command ended, for the scripts that called it. */
final class ExitCode {

    static final int FINE = 0;
    static final int DIFFERENCE_FOUND = 1;
    static final int COULD_NOT_RUN = 2;

    private ExitCode() {}
}
