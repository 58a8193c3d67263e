package dev.parley.platform;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A question with so many answers that they are only ever looked at a [PageRequest] at a time.
/// What is asked stays with whoever asks; how it is sorted, cut and counted stands here.
public final class PagedList {
    /// So many are counted, and no more: nobody reads on so far, and counting a million takes long.
    public static final long COUNTED = 100_000;

    private final String question;
    private final Map<String, String> columns;
    private final String usual;

    /// @param question a whole `select` without an order, whose rows have an `id`; `:search` in it
    ///   is what is sought
    /// @param columns what each name that a list can be sorted by means in SQL, so that nothing
    ///   typed ever reaches the database
    /// @param usual the name that it is sorted by otherwise
    public PagedList(String question, Map<String, String> columns, String usual) {
        this.question = question;
        this.columns = Map.copyOf(columns);
        this.usual = Objects.requireNonNull(columns.get(usual));
    }

    public <T> Sliced<T> part(JdbcClient jdbc, PageRequest wanted, RowMapper<T> mapper) {
        return part(jdbc, wanted, Map.of(), mapper);
    }

    /// {@return the rows that are wanted, and how many there are} The others are counted only where
    /// there are any, up to one more than [#COUNTED].
    public <T> Sliced<T> part(
            JdbcClient jdbc,
            PageRequest wanted,
            Map<String, ? extends @Nullable Object> parameters,
            RowMapper<T> mapper) {
        var rows =
                jdbc.sql("select * from (%s) found %s".formatted(question, cut(wanted)))
                        .params(parameters)
                        .param("search", wanted.search())
                        .param("limit", wanted.limit())
                        .param("offset", wanted.offset())
                        .query(mapper)
                        .list();
        var ended = rows.size() < wanted.limit() && (!rows.isEmpty() || wanted.offset() == 0);
        return new Sliced<>(
                rows, ended ? wanted.offset() + rows.size() : count(jdbc, wanted, parameters));
    }

    private String cut(PageRequest wanted) {
        var way = wanted.falling() ? "desc" : "asc";
        return "order by %s %s, id %s limit :limit offset :offset"
                .formatted(column(wanted.sort()), way, way);
    }

    private String column(String sort) {
        var column = sort.isEmpty() ? usual : columns.get(sort);
        if (column == null) {
            throw new IllegalArgumentException("This list cannot be sorted by " + sort);
        }
        return column;
    }

    private long count(
            JdbcClient jdbc,
            PageRequest wanted,
            Map<String, ? extends @Nullable Object> parameters) {
        return jdbc.sql("select count(*) from (%s limit :most) found".formatted(question))
                .params(parameters)
                .param("search", wanted.search())
                .param("most", COUNTED + 1)
                .query(Long.class)
                .single();
    }
}
