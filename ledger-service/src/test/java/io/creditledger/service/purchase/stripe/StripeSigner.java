package io.creditledger.service.purchase.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Stripe does. */
final class StripeSigner {

    private StripeSigner() {}

    static String header(byte[] body, String secret, Instant at) {
        return header(body, secret, Long.toString(at.getEpochSecond()));
    }

    static String header(byte[] body, String secret, String timestamp) {
        return "t=" + timestamp + ",v1=" + signature(body, secret, timestamp);
    }

    static String signature(byte[] body, String secret, String timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
