package io.creditledger.service.platform.axon;

import io.creditledger.api.account.events.AccountEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The names under which the ledger's own types are stored: the simple ones, so that moving a package changes no history. */
final class StoredNames {

    private final Map<String, String> classNames;

    StoredNames(Class<?>... others) {
        classNames = java.util.stream.Stream.concat(
                        Arrays.stream(AccountEvent.class.getPermittedSubclasses()), Arrays.stream(others))
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
