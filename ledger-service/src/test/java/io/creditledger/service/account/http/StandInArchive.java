package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.audit.archive.HistoryArchive;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Too busy to take anything out or in. */
final class StandInArchive implements HistoryArchive {

    @Override
    public boolean write(@Nullable AccountId account, Begin begin) {
        return false;
    }

    @Override
    public Outcome read(InputStream archive) {
        return new Outcome.Busy();
    }
}
