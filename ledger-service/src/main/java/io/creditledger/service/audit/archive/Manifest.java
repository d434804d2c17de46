package io.creditledger.service.audit.archive;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an archive consists of.
 *
 * @param format {@value #FORMAT}
 * @param product {@value #PRODUCT}
 * @param accountId the only account; null for all
 * @param exportedAt what was committed later is not in it
 * @param firstPosition of its facts in the history of the ledger that it is from; 0 when there are none
 * @param lastPosition likewise
 * @param files all of them but the manifest's own, in order
 */
@JsonPropertyOrder({
    "format",
    "product",
    "accountId",
    "exportedAt",
    "firstPosition",
    "lastPosition",
    "facts",
    "refusals",
    "accounts",
    "files"
})
public record Manifest(
        int format,
        String product,
        @JsonSetter(nulls = Nulls.SET) @Nullable String accountId,
        Instant exportedAt,
        long firstPosition,
        long lastPosition,
        long facts,
        long refusals,
        long accounts,
        List<ArchiveFile> files) {

    public static final int FORMAT = 1;
    public static final String PRODUCT = "credit-ledger";

    public Manifest {
        files = List.copyOf(files);
    }
}
