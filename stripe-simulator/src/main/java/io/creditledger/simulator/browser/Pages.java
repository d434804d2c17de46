package io.creditledger.simulator.browser;

/** The pages of the simulator, by address. */
public final class Pages {

    public Page get(String path, String query) {
        return Page.notFound();
    }

    public Page post(String path, String body) {
        return Page.notFound();
    }
}
