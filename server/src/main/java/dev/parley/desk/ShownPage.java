package dev.parley.desk;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.parley.conversation.Messages.Place;
import dev.parley.desk.Worklist.ListRequest;
import dev.parley.desk.view.ListOrder;
import dev.parley.desk.view.ShownView;
import dev.parley.desk.view.Version;
import dev.parley.desk.view.WorklistView;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What an open page of the desk shows, as it reports it in a form with these fields. Values that
/// are not valid count as missing.
///
/// - `list`, `sort`, `size`: the view that its list shows, as in a URL; the order, and how many
/// - `conversation`: the id of the open conversation
/// - `from`: the cursor of the first entry that is shown of it
/// - `entries`: the versions of the rows of its timeline, one after the other
/// - `reading`: `true` if the agent is reading the newest message
/// - `pageKey`: a UUID for as long as the page is open
/// - the id of a [PagePart], for each part to compare: the version that is shown
record ShownPage(Map<String, String> form) {
    /// No timeline has as many rows: its messages are limited, and each adds one row for its day at
    /// most.
    private static final int MOST_ENTRIES = 5_000;

    ShownPage {
        form = Map.copyOf(form);
    }

    /// {@return whether this part is to be compared}
    boolean compares(PagePart part) {
        return form.containsKey(part.id());
    }

    boolean shows(PagePart part, String version) {
        return version.equals(form.get(part.id()));
    }

    @Nullable UUID conversation() {
        return uuid("conversation");
    }

    /// {@return the view that its list shows, as in a URL; empty when it is missing}
    String view() {
        return ListViews.safe(form.get("list"));
    }

    /// {@return which part of this view it shows}
    ListRequest list(ShownView view) {
        return new ListRequest(view, ListOrder.of(form.get("sort")), size(), conversation());
    }

    @Nullable Place from() {
        return TimelineCursor.read(form.get("from"));
    }

    /// {@return the versions of the rows of the timeline; empty when the page needs all rows}
    Set<String> entries() {
        var all = form.getOrDefault("entries", "");
        var count = all.length() / Version.LENGTH;
        if (all.length() % Version.LENGTH != 0 || count > MOST_ENTRIES) {
            return Set.of();
        }
        return IntStream.range(0, count)
                .mapToObj(at -> all.substring(at * Version.LENGTH, (at + 1) * Version.LENGTH))
                .collect(toUnmodifiableSet());
    }

    boolean reading() {
        return "true".equals(form.get("reading"));
    }

    UUID pageKey() {
        var key = uuid("pageKey");
        return key == null ? new UUID(0, 0) : key;
    }

    private int size() {
        try {
            return Integer.parseInt(form.getOrDefault("size", ""));
        } catch (NumberFormatException _) {
            return WorklistView.PAGE;
        }
    }

    private @Nullable UUID uuid(String name) {
        try {
            var text = form.get(name);
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
