package io.creditledger.service.audit.archive;

/** An archive is not as it was exported, or can't be read; with the first line where that is so. */
public final class BadArchiveException extends RuntimeException {

    private final transient Place place;
    private final String reason;

    BadArchiveException(Place place, String reason) {
        super(place + " " + reason);
        this.place = place;
        this.reason = reason;
    }

    public Place place() {
        return place;
    }

    /** In words, to be read after the place. */
    public String reason() {
        return reason;
    }
}
