package io.creditledger.service.audit.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Waits so long for the next bytes and no longer: a sender that is gone may never say so. */
final class PatientStream extends FilterInputStream {

    private final long patienceNanos;
    private volatile long lastRead = System.nanoTime();
    private volatile boolean closed;
    private volatile boolean late;

    PatientStream(InputStream in, Duration patience) {
        super(in);
        this.patienceNanos = patience.toNanos();
        Thread.ofVirtual().name("patience").start(this::watch);
    }

    private void watch() {
        try {
            while (!closed) {
                long left = patienceNanos - (System.nanoTime() - lastRead);
                if (left <= 0) {
                    late = true;
                    in.close();
                    return;
                }
                Thread.sleep(Duration.ofNanos(left).plusMillis(1));
            }
        } catch (InterruptedException | IOException ended) {
            // Whoever reads is told what happened to the stream.
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        lastRead = System.nanoTime();
        try {
            int got = super.read(buffer, offset, length);
            lastRead = System.nanoTime();
            return got;
        } catch (IOException failed) {
            if (late) {
                InterruptedIOException timeout = new InterruptedIOException(
                        "nothing came for " + Duration.ofNanos(patienceNanos).toSeconds() + " s");
                timeout.initCause(failed);
                throw timeout;
            }
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }
}
