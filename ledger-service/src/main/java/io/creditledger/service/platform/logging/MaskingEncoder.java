package io.creditledger.service.platform.logging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import org.jspecify.annotations.Nullable;

/** What another encoder writes, without the secrets: at the very end, where message, exception and context have come together. */
final class MaskingEncoder extends EncoderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> encoder;
    private final Mask mask = new Mask();

    MaskingEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
        setContext(encoder.getContext());
    }

    void hide(String value) {
        mask.hide(new String(value.getBytes(UTF_8), ISO_8859_1));
    }

    @Override
    public byte @Nullable [] encode(ILoggingEvent event) {
        byte[] written = encoder.encode(event);
        if (written == null) {
            return null;
        }
        // A character for each byte: nothing is lost of any charset that has ASCII in it, and it costs no more than a
        // copy.
        String text = new String(written, ISO_8859_1);
        String masked = mask.takenOutOf(text);
        return masked.equals(text) ? written : masked.getBytes(ISO_8859_1);
    }

    @Override
    public byte @Nullable [] headerBytes() {
        return encoder.headerBytes();
    }

    @Override
    public byte @Nullable [] footerBytes() {
        return encoder.footerBytes();
    }

    @Override
    public void start() {
        encoder.start();
        super.start();
    }

    @Override
    public void stop() {
        super.stop();
        encoder.stop();
    }
}
