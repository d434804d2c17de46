package io.creditledger.simulator.controls;

import io.creditledger.simulator.state.Json;
import tools.jackson.databind.node.ObjectNode;

/** Why a control did nothing. */
public final class ControlProblem extends RuntimeException {

    private final int status;

    ControlProblem(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public ObjectNode json() {
        String title =
                switch (status) {
                    case 404 -> "not found";
                    case 409 -> "not now";
                    default -> "invalid control";
                };
        return Json.object()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage());
    }
}
