package io.creditledger.projections.platform;

import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a projection folds facts into until they are written. They belong to the unit of work, so that the segments of
 * a group, which are handled at the same time, do not see each other's.
 *
 * @param <R> the rows
 */
public final class Gathered<R> {

    private final String key = Gathered.class.getName() + '@' + Integer.toHexString(System.identityHashCode(this));
    private final Supplier<R> empty;

    public Gathered(Supplier<R> empty) {
        this.empty = empty;
    }

    /** The rows to fold into. */
    public R rows() {
        return CurrentUnitOfWork.get().getOrComputeResource(key, _ -> empty.get());
    }

    /** The rows so far; the next ones start empty. */
    public R take() {
        @Nullable R rows = CurrentUnitOfWork.get().getResource(key);
        CurrentUnitOfWork.get().resources().remove(key);
        return rows == null ? empty.get() : rows;
    }
}
