package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Identifiers;
import io.creditledger.simulator.state.Json;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The page on which a bank asks whether it really is its customer: 3-D Secure. */
final class Challenges {

    static final String RETURN_URL = "_returnUrl";

    private static final String CHALLENGE = "_challenge";

    private final URI address;

    Challenges(URI address) {
        this.address = address;
    }

    void ask(ObjectNode intent, Confirmation confirmation) {
        String challenge = Identifiers.next("challenge_");
        String page = address + "/3d_secure/" + Json.textOf(intent, "id") + "?challenge=" + challenge;
        String returnUrl = confirmation.returnUrl();
        intent.put("status", "requires_action")
                .put(CHALLENGE, challenge)
                .put(RETURN_URL, returnUrl)
                .set(
                        "next_action",
                        returnUrl == null || confirmation.inStripeScript()
                                ? inScript(page)
                                : redirect(page, returnUrl));
    }

    private static ObjectNode inScript(String page) {
        ObjectNode details =
                Json.object().put("type", "three_d_secure_redirect").put("stripe_js", page);
        return Json.object().put("type", "use_stripe_sdk").set("use_stripe_sdk", details);
    }

    private static ObjectNode redirect(String page, String returnUrl) {
        ObjectNode details = Json.object().put("return_url", returnUrl).put("url", page);
        return Json.object().put("type", "redirect_to_url").set("redirect_to_url", details);
    }

    void forget(ObjectNode intent) {
        intent.putNull("next_action").remove(CHALLENGE);
    }

    static boolean isAnsweredBy(ObjectNode intent, @Nullable String challenge) {
        return challenge != null && challenge.equals(Json.text(intent, CHALLENGE));
    }
}
