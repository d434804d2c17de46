package io.creditledger.service.audit.archive;

/**
 * Where something stands in an archive.
 *
 * @param line counted from 1
 */
public record Place(String file, long line) {

    /** What is wrong with what stands here. */
    public BadArchiveException bad(String reason) {
        return new BadArchiveException(this, reason);
    }

    @Override
    public String toString() {
        return file + " line " + line;
    }
}
