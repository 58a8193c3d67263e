package dev.parley.messenger.doctor;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How pages stand, for lists.
@Repository
public class Provisioning {
    private static final String STATES =
            """
            select page, case when asked then 'CHECKING' else state end as state
              from page_checkup
             where page = any (:pages)
            """;

    private final JdbcClient jdbc;

    Provisioning(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return how each of these pages stands, by Meta's ids} One question, however many they are.
    public Map<String, ProvisioningState> states(Collection<String> pages) {
        var states =
                new HashMap<>(
                        pages.stream()
                                .distinct()
                                .collect(toMap(page -> page, _ -> ProvisioningState.NOT_STARTED)));
        jdbc.sql(STATES)
                .param("pages", pages.toArray(String[]::new))
                .query((row, _) ->
                        Map.entry(
                                row.getString("page"),
                                ProvisioningState.valueOf(row.getString("state"))))
                .list()
                .forEach(one -> states.put(one.getKey(), one.getValue()));
        return states;
    }
}
