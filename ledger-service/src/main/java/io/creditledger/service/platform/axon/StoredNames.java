package io.creditledger.service.platform.axon;

import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.purchase.events.PurchaseEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names under which the ledger's own types are stored: the simple ones, so that moving a package changes no history. */
final class StoredNames {

    private final Map<String, Class<?>> types;

    StoredNames(Class<?>... others) {
        types = Stream.of(
                        AccountEvent.class.getPermittedSubclasses(),
                        PurchaseEvent.class.getPermittedSubclasses(),
                        others)
                .flatMap(Arrays::stream)
                .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
    }

    /** The type of a stored name, nothing if it is none of ours. */
    @Nullable
    Class<?> typeOf(String storedName) {
        return types.get(storedName);
    }

    String storedNameOf(Class<?> type) {
        return type.equals(types.get(type.getSimpleName())) ? type.getSimpleName() : type.getName();
    }
}
