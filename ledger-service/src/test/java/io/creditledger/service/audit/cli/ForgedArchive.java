package io.creditledger.service.audit.cli;

import io.creditledger.service.audit.archive.ArchiveReader;
import io.creditledger.service.audit.archive.ArchiveWriter;
import io.creditledger.service.audit.archive.ArchivedAccount;
import io.creditledger.service.audit.archive.ArchivedFact;
import io.creditledger.service.audit.archive.ArchivedRefusal;
import io.creditledger.service.audit.archive.Chain;
import io.creditledger.service.audit.archive.Contents;
import io.creditledger.service.audit.archive.Manifest;
import io.creditledger.service.audit.archive.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What is in an archive, to be written anew by somebody who knows how: with other facts, and hashes that fit them. */
final class ForgedArchive implements Contents {

    private final List<ArchivedFact> facts = new ArrayList<>();
    private final List<ArchivedRefusal> refusals = new ArrayList<>();

    static ForgedArchive of(String archive) throws IOException {
        ForgedArchive forged = new ForgedArchive();
        ArchiveReader.read(new ByteArrayInputStream(archive.getBytes(StandardCharsets.UTF_8)), forged);
        return forged;
    }

    @Override
    public void fact(ArchivedFact fact, Place place) {
        facts.add(fact);
    }

    @Override
    public void refusal(ArchivedRefusal refusal, Place place) {
        refusals.add(refusal);
    }

    @Override
    public void account(ArchivedAccount account, Place place) {
        // Made anew.
    }

    @Override
    public void end(Manifest manifest, Place place) {
        // Made anew.
    }

    /** The same archive, but for its facts. */
    String with(UnaryOperator<List<ArchivedFact>> change) throws IOException {
        List<ArchivedFact> changed = change.apply(new ArrayList<>(facts));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter writer = new ArchiveWriter(out);
        Map<String, ArchivedAccount> accounts = new TreeMap<>();
        for (ArchivedFact fact : changed) {
            writer.fact(fact);
            ArchivedAccount before = accounts.get(fact.accountId());
            Chain chain = before == null ? new Chain() : new Chain(before.hash());
            accounts.put(
                    fact.accountId(),
                    new ArchivedAccount(fact.accountId(), fact.revision(), chain.add(ArchiveWriter.json(fact))));
        }
        for (ArchivedRefusal refusal : refusals) {
            writer.refusal(refusal);
        }
        for (ArchivedAccount account : accounts.values()) {
            writer.account(account);
        }
        writer.end(null, facts.getLast().occurredAt(), 1, changed.size());
        return out.toString(StandardCharsets.UTF_8);
    }
}
