package io.creditledger.service.audit.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the lines that are read, all of them as facts: there are few others. */
final class CountingLines extends FilterInputStream {

    private final Pace pace;

    CountingLines(InputStream in, Pace pace) {
        super(in);
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        for (int index = offset; index < offset + got; index++) {
            count(buffer[index]);
        }
        return got;
    }

    private void count(int next) {
        if (next == '\n') {
            pace.fact();
        }
    }
}
