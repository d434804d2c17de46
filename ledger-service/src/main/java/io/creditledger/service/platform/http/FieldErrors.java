package io.creditledger.service.platform.http;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a request, so that one answer names it all. */
final class FieldErrors {

    /** A request that is wrong in more ways is not read more carefully. */
    private static final int MOST = 32;

    private static final int LONGEST_NAME = 100;

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String problem) {
        if (errors.size() < MOST) {
            String name = field.length() <= LONGEST_NAME ? field : field.substring(0, LONGEST_NAME);
            errors.add(new FieldError(name, problem));
        }
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(List.copyOf(errors)).asException();
        }
    }
}
