package io.creditledger.service.platform.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Ends connections with the answer they wait for, in a ledger that is about to stop: the next request then comes on another. */
final class DrainingValve extends ValveBase {

    private final BooleanSupplier draining;

    DrainingValve(BooleanSupplier draining) {
        super(true);
        this.draining = draining;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (draining.getAsBoolean()) {
            response.setHeader("Connection", "close");
        }
        getNext().invoke(request, response);
    }
}
