package io.creditledger.service.platform.http;

/**
 * One bad field of a request.
 *
 * @param field its path, as in {@code website.url}; a query parameter's or header's name; {@code body} for the whole
 * @param problem what is wrong, as the rest of a sentence that begins with the field
 */
public record FieldError(String field, String problem) {}
