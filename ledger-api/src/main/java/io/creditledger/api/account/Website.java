package io.creditledger.api.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The website that triggered a consumption.
 *
 * @param id the platform's id of it, 1 to 128 characters
 * @param name what people call it, up to 200 characters
 * @param url its address, http or https, up to 2,048 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Website(
        String id, @Nullable String name, @Nullable String url) {

    public static final int MAX_ID_LENGTH = 128;
    public static final int MAX_NAME_LENGTH = 200;
    public static final int MAX_URL_LENGTH = 2_048;
}
