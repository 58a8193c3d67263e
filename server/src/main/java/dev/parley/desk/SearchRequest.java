package dev.parley.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import dev.parley.conversation.Conversation.State;
import dev.parley.desk.view.SearchFormView;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.search.MessageSearch.Filter;
import dev.parley.search.MessageSearch.Place;
import dev.parley.search.SearchQuery;
import dev.parley.tag.Tag;
import dev.parley.tag.TagId;
import dev.parley.tag.Tags;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A search, as the page requests it in a URL with these parameters. Values that are not valid
/// count as missing.
///
/// - `q`: what is searched for
/// - `state`, `agent`, `endpoint`, `tag`: of the conversation
/// - `from`, `to`: the first and the last day
/// - `list`: the view beside it, as in a URL
/// - `before`: the cursor of the last result that is shown
record SearchRequest(Map<String, String> parameters) {
    private static final int LONGEST_VALUE = 300;

    SearchRequest {
        parameters = Map.copyOf(parameters);
    }

    static String valueOf(Endpoint endpoint) {
        return endpoint.channel().name() + ":" + endpoint.id();
    }

    SearchQuery query() {
        return SearchQuery.of(parameters.getOrDefault("q", ""));
    }

    /// @param zone of the user, whose days are meant
    /// @param tags those that exist; one that was merged is searched as the other one
    Filter filter(ZoneId zone, Tags tags) {
        var last = day("to");
        return new Filter(
                state(),
                Ids.read(value("agent")).map(UserId::new).orElse(null),
                endpoint(),
                Ids.read(value("tag"))
                        .map(TagId::new)
                        .flatMap(tags::byId)
                        .map(Tag::id)
                        .orElse(null),
                startOf(day("from"), zone),
                startOf(last == null ? null : last.plusDays(1), zone));
    }

    String list() {
        return ListViews.safe(parameters.get("list"));
    }

    SearchFormView form(Filter filter) {
        var query = query();
        return new SearchFormView(
                query.text(), list(), query.isEmpty(), !filter.equals(Filter.NONE));
    }

    @Nullable Place before() {
        var place = TimelineCursor.read(parameters.get("before"));
        return place == null ? null : new Place(place.sentAt(), place.id());
    }

    /// {@return the parameters for the results after this one}
    String after(Place place) {
        var all = new TreeMap<>(parameters);
        all.put("before", TimelineCursor.of(place.at(), place.message()));
        return all.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private @Nullable State state() {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(value("state")))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Endpoint endpoint() {
        var value = value("endpoint");
        var cut = value.indexOf(':');
        return cut < 1
                ? null
                : new Endpoint(new ChannelKind(value.substring(0, cut)), value.substring(cut + 1));
    }

    private @Nullable LocalDate day(String name) {
        try {
            var day = LocalDate.parse(value(name));
            return day.getYear() < 1900 || day.getYear() > 9000 ? null : day;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private String value(String name) {
        var value = parameters.getOrDefault(name, "");
        return value.length() > LONGEST_VALUE ? "" : value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
