package io.creditledger.service.audit.archive;

/** Takes what is read from an archive, in its order, and may refuse it with {@link Place#bad}. */
public interface Contents {

    void fact(ArchivedFact fact, Place place);

    void refusal(ArchivedRefusal refusal, Place place);

    void account(ArchivedAccount account, Place place);

    /** All has been read and is as the manifest says. */
    void end(Manifest manifest, Place place);
}
