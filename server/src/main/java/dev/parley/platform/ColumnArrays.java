package dev.parley.platform;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Passes many rows to one statement: as one array for each column, which it reads with `unnest`.
///
/// @param <T> what a row is made from
public final class ColumnArrays<T> {
    private final List<T> rows;
    private final Map<String, Object> arrays = new LinkedHashMap<>();

    public ColumnArrays(List<T> rows) {
        this.rows = rows;
    }

    public ColumnArrays<T> texts(String name, Function<T, @Nullable String> value) {
        return add(name, value, String[]::new);
    }

    public ColumnArrays<T> uuids(String name, Function<T, @Nullable UUID> value) {
        return add(name, value, UUID[]::new);
    }

    /// Times, to be cast to `timestamptz[]`: the driver passes them as text.
    public ColumnArrays<T> times(String name, Function<T, @Nullable Instant> value) {
        return texts(name, row -> text(value.apply(row)));
    }

    public ColumnArrays<T> flags(String name, Predicate<T> value) {
        return add(name, value::test, Boolean[]::new);
    }

    /// {@return this statement with the arrays as its parameters}
    public StatementSpec in(StatementSpec statement) {
        arrays.forEach(statement::param);
        return statement;
    }

    private <V> ColumnArrays<T> add(
            String name, Function<T, @Nullable V> value, IntFunction<@Nullable V[]> array) {
        arrays.put(name, rows.stream().map(value).toArray(array));
        return this;
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
