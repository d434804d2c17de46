package io.creditledger.projections.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Up to where each read model shows accounts, whichever processes work on it. */
public final class ShownAccounts {

    private final Map<String, Projection> models;
    private final JdbcTemplate jdbc;

    ShownAccounts(List<Projection> projections, ProjectionsDatabase database) {
        this.models = projections.stream()
                .collect(Collectors.toMap(Projection::group, model -> model, (one, _) -> one, TreeMap::new));
        this.jdbc = database.jdbc();
    }

    /** The names of the read models. */
    public Set<String> models() {
        return models.keySet();
    }

    /** The revision up to which a read model shows each account; accounts of which it shows nothing are missing. */
    public Map<String, Long> revisions(String model, Collection<String> accounts) {
        return Objects.requireNonNull(models.get(model)).progress().revisions(accounts);
    }

    /** Which of the accounts a read model has set aside, and that is known. */
    public Set<String> setAside(String model, Collection<String> accounts) {
        return DeadLetters.among(jdbc, model, accounts);
    }
}
