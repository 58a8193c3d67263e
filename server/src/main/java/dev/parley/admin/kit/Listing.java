package dev.parley.admin.kit;

import dev.parley.platform.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The state of a list: its search, the column that it is sorted by, and its page. All of it is in
/// the address, so that a list can be bookmarked and needs no script.
///
/// @param address of the list, without a query
/// @param sort the name of the column
/// @param falling whether the order is descending
/// @param page the first is 1
/// @param filters other parameters of the address, which are preserved
public record Listing(
        String address,
        String search,
        String sort,
        boolean falling,
        int page,
        Map<String, String> filters) {
    /// The number of lines of a page.
    public static final int SIZE = 50;

    private static final int MAX_SEARCH = 100;

    public Listing {
        filters = Map.copyOf(filters);
    }

    /// {@return the requested list}
    ///
    /// @param asked the parameters of the request
    /// @param sorts the columns that can be sorted by, the default first; with a minus, the default
    ///   order is descending
    public static Listing of(String address, Map<String, String> asked, List<String> sorts) {
        return of(address, asked, sorts, List.of());
    }

    /// As [#of], with the names of the filter parameters.
    public static Listing of(
            String address, Map<String, String> asked, List<String> sorts, List<String> filters) {
        var defaultSort = sorts.getFirst();
        var requested = asked.getOrDefault("sort", defaultSort);
        var names = sorts.stream().map(Listing::column).toList();
        var known = names.contains(column(requested)) ? requested : defaultSort;
        return new Listing(
                address,
                search(asked),
                column(known),
                known.startsWith("-"),
                page(asked.getOrDefault("page", "1")),
                filters.stream()
                        .filter(name -> !asked.getOrDefault(name, "").isBlank())
                        .collect(Collectors.toMap(name -> name, asked::get)));
    }

    /// {@return the request for the database}
    public PageRequest pageRequest() {
        return new PageRequest(search, sort, falling, SIZE, (long) (page - 1) * SIZE);
    }

    /// {@return the address of the same list sorted by this column, in reverse if it is sorted by
    /// it already}
    public String by(String column) {
        return with(column.equals(sort) && !falling ? "-" + column : column, 1);
    }

    /// {@return the address of that page of the same list}
    public String at(int other) {
        return with(falling ? "-" + sort : sort, other);
    }

    /// For `aria-sort`; null leaves the attribute out.
    public @Nullable String sorted(String column) {
        if (!column.equals(sort)) {
            return null;
        }
        return falling ? "descending" : "ascending";
    }

    /// For the hidden field that preserves the order during a search.
    public String order() {
        return falling ? "-" + sort : sort;
    }

    /// {@return whether a search or a filter is set}
    public boolean chosen() {
        return !search.isEmpty() || !filters.isEmpty();
    }

    /// {@return whether there may be lines that are not shown}
    public boolean narrowed() {
        return chosen() || page > 1;
    }

    /// {@return the value of this filter; empty if not set}
    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    /// {@return the number of pages for this number of lines}
    public int pages(long lines) {
        return (int) Math.max(1, (lines + SIZE - 1) / SIZE);
    }

    /// {@return the number of the first line shown}
    public long first() {
        return (long) (page - 1) * SIZE + 1;
    }

    /// {@return the number of the last line shown, given this number of lines}
    public long last(long lines) {
        return Math.min((long) page * SIZE, lines);
    }

    private String with(String order, int other) {
        var parameters = new LinkedHashMap<String, String>(filters);
        if (!search.isEmpty()) {
            parameters.put("search", search);
        }
        parameters.put("sort", order);
        if (other > 1) {
            parameters.put("page", Integer.toString(other));
        }
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&", address + "?", ""));
    }

    private static String column(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private static String search(Map<String, String> asked) {
        var typed = asked.getOrDefault("search", "").strip();
        return typed.length() > MAX_SEARCH ? typed.substring(0, MAX_SEARCH) : typed;
    }

    private static int page(String typed) {
        return typed.matches("[1-9]\\d{0,4}") ? Integer.parseInt(typed) : 1;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
