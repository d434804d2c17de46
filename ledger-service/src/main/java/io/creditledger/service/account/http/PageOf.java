package io.creditledger.service.account.http;

import io.creditledger.api.account.queries.Page;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of such items, or nothing. The response types of the framework know lists of a type, but no other type that
 * has a parameter.
 */
record PageOf<T>(Class<T> item) implements ResponseType<Optional<Page<T>>> {

    /** A handler may declare its pages with their items or without; a question has one kind of page either way. */
    @Override
    public boolean matches(Type answered) {
        return answered == Page.class
                || (answered instanceof ParameterizedType type && type.getRawType() == Page.class);
    }

    // A question is answered by one kind of page.
    @SuppressWarnings("unchecked")
    @Override
    public Optional<Page<T>> convert(@Nullable Object answer) {
        return answer instanceof Optional ? (Optional<Page<T>>) answer : Optional.ofNullable((Page<T>) answer);
    }

    // What a message carries is an optional of any kind.
    @SuppressWarnings("unchecked")
    @Override
    public Class<Optional<Page<T>>> responseMessagePayloadType() {
        return (Class<Optional<Page<T>>>) (Class<?>) Optional.class;
    }

    @Override
    public Class<?> getExpectedResponseType() {
        return Page.class;
    }

    /** What another process is asked for: a type that it knows. */
    @Override
    public ResponseType<?> forSerialization() {
        return ResponseTypes.instanceOf(Page.class);
    }
}
