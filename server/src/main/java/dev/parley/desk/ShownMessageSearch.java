package dev.parley.desk;

import static java.util.stream.Collectors.joining;

import dev.parley.attachment.Attachments;
import dev.parley.attachment.StoredAttachment;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageId;
import dev.parley.identity.SignedIn;
import dev.parley.search.MessageSearch;
import dev.parley.search.MessageSearch.Filter;
import dev.parley.search.MessageSearch.Found;
import dev.parley.search.MessageSearch.Place;
import dev.parley.search.SearchQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds messages by what users may see of them. The index contains the texts as they were written;
/// a message that was found only by what is masked in it is left out, and nothing tells that there
/// was one.
@Component
class ShownMessageSearch {
    /// As many pages in a row may be left out completely, before the search ends.
    private static final int MOST_PAGES = 5;

    private final MessageSearch search;
    private final ShownMessages messages;
    private final Attachments attachments;

    ShownMessageSearch(MessageSearch search, ShownMessages messages, Attachments attachments) {
        this.search = search;
        this.messages = messages;
        this.attachments = attachments;
    }

    /// @throws dev.parley.search.SearchUnavailable if it takes too long
    Shown find(SearchQuery query, Filter filter, @Nullable Place before, SignedIn me) {
        var place = before;
        var complete = true;
        for (var pages = 1; ; pages++) {
            var found = search.find(query, filter, place, me);
            var files = attachments.of(found.messages());
            var shown = shown(query, found.messages(), files);
            complete &= shown.size() == found.messages().size();
            if (!shown.isEmpty() || complete) {
                return new Shown(
                        shown, files, found.next(), total(found, complete), found.readBackTo());
            }
            place = found.next();
            if (place == null || pages == MOST_PAGES) {
                return Shown.NOTHING;
            }
        }
    }

    private List<Message> shown(
            SearchQuery query, List<MessageId> ids, Map<MessageId, List<StoredAttachment>> files) {
        var byId = new HashMap<MessageId, Message>();
        messages.byIdsIf(ids, shown -> query.isIn(words(shown, files)))
                .forEach(message -> byId.put(message.id(), message));
        var inOrder = new ArrayList<Message>();
        for (var id : ids) {
            var message = byId.get(id);
            if (message != null && message.erasedAt() == null) {
                inOrder.add(message);
            }
        }
        return inOrder;
    }

    private static String words(Message message, Map<MessageId, List<StoredAttachment>> files) {
        var names =
                files.getOrDefault(message.id(), List.of()).stream()
                        .map(StoredAttachment::name)
                        .filter(Objects::nonNull)
                        .collect(joining(" "));
        return message.text() == null ? names : message.text() + " " + names;
    }

    private static int total(Found found, boolean complete) {
        return complete ? found.total() : 0;
    }

    /// A page of what was found.
    ///
    /// @param messages newest first
    /// @param files of these messages
    /// @param next where the next ones begin; null if these are the last
    /// @param total as in [Found#total]; 0 if it is not to be shown
    /// @param readBackTo as in [Found#readBackTo]
    record Shown(
            List<Message> messages,
            Map<MessageId, List<StoredAttachment>> files,
            @Nullable Place next,
            int total,
            @Nullable Instant readBackTo) {
        static final Shown NOTHING = new Shown(List.of(), Map.of(), null, 0, null);

        Shown {
            messages = List.copyOf(messages);
            files = Map.copyOf(files);
        }
    }
}
