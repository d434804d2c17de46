package io.creditledger.service.audit.archive;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A file of an archive.
 *
 * @param sha256 of its bytes, as {@code sha256sum} tells it
 */
@JsonPropertyOrder({"name", "lines", "sha256"})
public record ArchiveFile(String name, long lines, String sha256) {}
