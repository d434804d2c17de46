package io.creditledger.service.purchase.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether a delivery comes from Stripe, and recently. Checks the bytes that came in, not a text made of them; does without the
 * library, which fails in five ways on headers that are none, and accepts the future.
 */
final class StripeSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAX_HEADER = 2_048;

    private final List<SecretKeySpec> secrets;
    private final Clock clock;

    StripeSignature(List<String> secrets, Clock clock) {
        this.secrets = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
        this.clock = clock;
    }

    /** What a signature is worth. */
    enum Verdict {
        GENUINE,
        /** Signed by Stripe, at another time than now: repeated by somebody, or a clock is wrong. */
        OUTDATED,
        FORGED
    }

    /**
     * What was found.
     *
     * @param ahead how far our clock is ahead of the signer's; zero for what nobody we know has signed
     */
    record Finding(Verdict verdict, Duration ahead) {

        private static final Finding FORGERY = new Finding(Verdict.FORGED, Duration.ZERO);
    }

    Finding check(byte[] body, @Nullable String header) {
        if (header == null || header.length() > MAX_HEADER) {
            return Finding.FORGERY;
        }
        String timestamp = "";
        List<byte[]> signatures = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip();
            String value = part.substring(equals + 1).strip();
            if (name.equals("t")) {
                timestamp = value;
            } else if (name.equals("v1") && value.matches("[0-9a-fA-F]{64}")) {
                signatures.add(HexFormat.of().parseHex(value));
            }
        }
        OptionalLong seconds = seconds(timestamp);
        return seconds.isPresent() && isSigned(timestamp, body, signatures)
                ? finding(Instant.ofEpochSecond(seconds.getAsLong()))
                : Finding.FORGERY;
    }

    private static OptionalLong seconds(String timestamp) {
        return timestamp.matches("[0-9]{1,12}") ? OptionalLong.of(Long.parseLong(timestamp)) : OptionalLong.empty();
    }

    private boolean isSigned(String timestamp, byte[] body, List<byte[]> signatures) {
        boolean signed = false;
        for (SecretKeySpec secret : secrets) {
            byte[] expected = sign(secret, timestamp, body);
            for (byte[] signature : signatures) {
                signed |= MessageDigest.isEqual(expected, signature);
            }
        }
        return signed;
    }

    private static byte[] sign(SecretKeySpec secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Finding finding(Instant signedAt) {
        Duration ahead = Duration.between(signedAt, clock.instant());
        return new Finding(ahead.abs().compareTo(TOLERANCE) > 0 ? Verdict.OUTDATED : Verdict.GENUINE, ahead);
    }
}
