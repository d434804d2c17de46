package io.creditledger.simulator.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is delivered, with every secret of the endpoint: while one is being replaced there are two. */
final class Signature {

    static final String HEADER = "Stripe-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(String payload, Instant at, List<String> secrets) {
        long timestamp = at.getEpochSecond();
        return "t=" + timestamp
                + secrets.stream()
                        .map(secret -> ",v1=" + code(timestamp + "." + payload, secret))
                        .collect(Collectors.joining());
    }

    private static String code(String signed, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
