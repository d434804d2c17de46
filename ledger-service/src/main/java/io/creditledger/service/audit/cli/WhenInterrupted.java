package io.creditledger.service.audit.cli;

/** What is to be done when somebody presses Ctrl-C, for as long as it is open. */
final class WhenInterrupted implements AutoCloseable {

    private final Thread hook;

    WhenInterrupted(Runnable action) {
        hook = new Thread(action, "when-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interrupted) {
            // It runs already.
        }
    }
}
