package dev.parley.desk.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.Ids;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which conversations a view contains: those of one of the desk's own views that also match all
/// filters.
///
/// @param values accepted by their fields
public record ViewFilter(ListFilter show, Map<FilterField, String> values) {
    public ViewFilter {
        var sorted = new EnumMap<FilterField, String>(FilterField.class);
        sorted.putAll(values);
        values = Collections.unmodifiableMap(sorted);
    }

    /// {@return one of the desk's own views}
    public static ViewFilter of(ListFilter show) {
        return new ViewFilter(show, Map.of());
    }

    /// {@return the value of this filter; null without it}
    public @Nullable String value(FilterField field) {
        return values.get(field);
    }

    /// {@return the id that is the value of this filter; null without one}
    public @Nullable UUID id(FilterField field) {
        return Ids.read(values.getOrDefault(field, "")).orElse(null);
    }

    /// {@return the ids that are the values of this filter; empty without any}
    public List<UUID> ids(FilterField field) {
        return Stream.of(values.getOrDefault(field, "").split(","))
                .flatMap(id -> Ids.read(id).stream())
                .toList();
    }

    /// {@return whether it lists closed conversations}
    public boolean isClosed() {
        return show == ListFilter.CLOSED || "closed".equals(value(FilterField.STATE));
    }

    /// {@return it in a URL: the same text for the same filter}
    public String query() {
        var text = new StringBuilder("view=").append(show.word());
        values.forEach((field, value) ->
                text.append('&')
                        .append(field.word())
                        .append('=')
                        .append(URLEncoder.encode(value, UTF_8)));
        return text.toString();
    }
}
