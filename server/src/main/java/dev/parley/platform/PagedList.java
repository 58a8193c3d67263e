package dev.parley.platform;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A query with so many rows that they are read one [PageRequest] at a time. The caller provides
/// the query; sorting, paging and counting are done here.
public final class PagedList {
    /// The maximum that is counted: no user pages so far, and counting a million rows is slow.
    public static final long MAX_COUNT = 100_000;

    private final String query;
    private final Map<String, String> columns;
    private final String defaultSort;

    /// @param query a complete `select` without an order, whose rows have an `id`; `:search` in it
    ///   is the search text
    /// @param columns the SQL of each name that the list can be sorted by, so that no user input
    ///   becomes SQL
    /// @param defaultSort the name to sort by unless another is requested
    public PagedList(String query, Map<String, String> columns, String defaultSort) {
        this.query = query;
        this.columns = Map.copyOf(columns);
        this.defaultSort = Objects.requireNonNull(columns.get(defaultSort));
    }

    public <T> PagedRows<T> part(JdbcClient jdbc, PageRequest request, RowMapper<T> mapper) {
        return part(jdbc, request, Map.of(), mapper);
    }

    /// {@return the requested rows, and the total} The other rows are counted only if there are
    /// any, up to one more than [#MAX_COUNT].
    public <T> PagedRows<T> part(
            JdbcClient jdbc,
            PageRequest request,
            Map<String, ? extends @Nullable Object> parameters,
            RowMapper<T> mapper) {
        var rows =
                jdbc.sql("select * from (%s) found %s".formatted(query, orderAndLimit(request)))
                        .params(parameters)
                        .param("search", request.search())
                        .param("limit", request.limit())
                        .param("offset", request.offset())
                        .query(mapper)
                        .list();
        var isLastPage =
                rows.size() < request.limit() && (!rows.isEmpty() || request.offset() == 0);
        return new PagedRows<>(
                rows,
                isLastPage ? request.offset() + rows.size() : count(jdbc, request, parameters));
    }

    private String orderAndLimit(PageRequest request) {
        var direction = request.descending() ? "desc" : "asc";
        return "order by %s %s, id %s limit :limit offset :offset"
                .formatted(column(request.sort()), direction, direction);
    }

    private String column(String sort) {
        var column = sort.isEmpty() ? defaultSort : columns.get(sort);
        if (column == null) {
            throw new IllegalArgumentException("This list cannot be sorted by " + sort);
        }
        return column;
    }

    private long count(
            JdbcClient jdbc,
            PageRequest request,
            Map<String, ? extends @Nullable Object> parameters) {
        return jdbc.sql("select count(*) from (%s limit :most) found".formatted(query))
                .params(parameters)
                .param("search", request.search())
                .param("most", MAX_COUNT + 1)
                .query(Long.class)
                .single();
    }
}
