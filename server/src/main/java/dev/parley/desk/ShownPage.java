package dev.parley.desk;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.parley.conversation.Messages.Place;
import dev.parley.desk.Worklist.ListRequest;
import dev.parley.desk.view.Version;
import dev.parley.desk.view.WorklistView;
import dev.parley.identity.SignedIn;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What an open page of the desk shows, as it tells the server: its list and conversation, and the
/// version of each part that is to be compared. Values that are not valid count as missing.
///
/// @param form `show`, `sort` and `size` of the list; the `conversation`, `from` which entry on it
///   is shown, and the versions of its `entries`, one after the other; whether the agent is
///   `reading` its newest message; the key of this `page`; and a version by the id of each part
record ShownPage(Map<String, String> form) {
    ShownPage {
        form = Map.copyOf(form);
    }

    /// {@return whether this part is to be compared}
    boolean compares(String part) {
        return form.containsKey(part);
    }

    boolean shows(String part, String version) {
        return version.equals(form.get(part));
    }

    @Nullable UUID conversation() {
        return uuid("conversation");
    }

    ListRequest list(SignedIn me) {
        return new ListRequest(
                Worklist.filter(form.get("show"), me),
                DeskController.sort(form.get("sort"), null),
                size(),
                conversation());
    }

    @Nullable Place from() {
        return TimelineCursor.read(form.get("from"));
    }

    /// {@return the versions of the entries}
    Set<String> entries() {
        var all = form.getOrDefault("entries", "");
        return IntStream.range(0, all.length() / Version.LENGTH)
                .mapToObj(at -> all.substring(at * Version.LENGTH, (at + 1) * Version.LENGTH))
                .collect(toUnmodifiableSet());
    }

    boolean reading() {
        return "true".equals(form.get("reading"));
    }

    UUID page() {
        var page = uuid("page");
        return page == null ? new UUID(0, 0) : page;
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
