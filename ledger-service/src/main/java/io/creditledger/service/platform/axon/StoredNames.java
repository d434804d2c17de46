package io.creditledger.service.platform.axon;

import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.purchase.events.PurchaseEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names under which the ledger's own types are stored: the simple ones, so that moving a package changes no history. */
final class StoredNames {

    private final Map<String, String> classNames;

    StoredNames(Class<?>... others) {
        classNames = Stream.of(
                        AccountEvent.class.getPermittedSubclasses(),
                        PurchaseEvent.class.getPermittedSubclasses(),
                        others)
                .flatMap(Arrays::stream)
                .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Class::getName));
    }

    /** The class of a stored name; a name that is none of ours is taken for a class name. */
    String classNameOf(String storedName) {
        return classNames.getOrDefault(storedName, storedName);
    }

    String storedNameOf(Class<?> type) {
        return type.getName().equals(classNames.get(type.getSimpleName())) ? type.getSimpleName() : type.getName();
    }
}
