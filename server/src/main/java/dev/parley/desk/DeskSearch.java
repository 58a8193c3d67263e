package dev.parley.desk;

import dev.parley.attachment.StoredAttachment;
import dev.parley.channel.Endpoint;
import dev.parley.contact.Contact;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Author;
import dev.parley.desk.ShownMessageSearch.Shown;
import dev.parley.desk.WorkRows.WorkRow;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.RecordView.RecordedContact;
import dev.parley.desk.view.SearchRowView;
import dev.parley.desk.view.SearchView;
import dev.parley.desk.view.SearchView.MessagePage;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.search.MessageSearch;
import dev.parley.search.MessageSearch.Filter;
import dev.parley.search.SearchQuery;
import dev.parley.search.SearchUnavailable;
import dev.parley.tag.Tags;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the results of a search.
@Component
class DeskSearch {
    private static final int CUSTOMERS = 8;

    private final ShownMessageSearch messageSearch;
    private final PeopleSearch people;
    private final WorkRows rows;
    private final DisplayNames names;
    private final Tags tags;

    DeskSearch(
            ShownMessageSearch messageSearch,
            PeopleSearch people,
            WorkRows rows,
            DisplayNames names,
            Tags tags) {
        this.messageSearch = messageSearch;
        this.people = people;
        this.rows = rows;
        this.names = names;
        this.tags = tags;
    }

    SearchView find(DeskTexts w, SignedIn me, SearchRequest request) {
        var filter = request.filter(w.texts().zone(), tags);
        var form = request.form(filter);
        if (form.blank()) {
            return SearchView.none(form, null);
        }
        try {
            var query = request.query();
            var numbered =
                    form.filtered()
                            ? List.<ConversationId>of()
                            : people.byNumber(query, me).stream().toList();
            var contacts = form.filtered() ? List.<Contact>of() : people.contacts(query);
            var customers =
                    form.filtered()
                            ? List.<ConversationId>of()
                            : people.conversations(query, contacts, me, CUSTOMERS);
            var found = messageSearch.find(query, filter, null, me);
            return new SearchView(
                    form,
                    conversations(w, me, query, numbered),
                    conversations(w, me, query, customers),
                    PeopleSearch.views(w, contacts),
                    page(w, me, request, found),
                    count(w, found),
                    null);
        } catch (SearchUnavailable _) {
            return SearchView.none(form, w.text("search.unavailable"));
        }
    }

    /// {@return the messages after those that are shown}
    ///
    /// @throws SearchUnavailable if it takes too long
    MessagePage more(DeskTexts w, SignedIn me, SearchRequest request) {
        var query = request.query();
        var before = request.before();
        if (query.isEmpty() || before == null) {
            return MessagePage.NONE;
        }
        var filter = request.filter(w.texts().zone(), tags);
        return page(w, me, request, messageSearch.find(query, filter, before, me));
    }

    /// {@return these conversations, as they are found by a query without words}
    List<SearchRowView> own(DeskTexts w, SignedIn me, List<WorkRow> some) {
        var context = context(some, me);
        var nothing = SearchQuery.of("");
        return some.stream().map(row -> conversation(w, nothing, row, context)).toList();
    }

    /// {@return a few results of each kind}
    ///
    /// @throws SearchUnavailable if it takes too long
    Few few(DeskTexts w, SignedIn me, SearchQuery query, int most) {
        if (query.isEmpty()) {
            return new Few(List.of(), List.of());
        }
        var contacts = people.contacts(query);
        var ids =
                Stream.concat(
                                people.byNumber(query, me).stream(),
                                people.conversations(query, contacts, me, most).stream())
                        .distinct()
                        .toList();
        var found = messageSearch.find(query, Filter.NONE, null, me);
        var rows =
                Stream.concat(
                                conversations(w, me, query, ids).stream(),
                                messages(w, me, query, found, most).stream())
                        .toList();
        return new Few(rows, PeopleSearch.views(w, contacts));
    }

    private static @Nullable String count(DeskTexts w, Shown found) {
        if (found.total() > MessageSearch.COUNTED) {
            return w.text("search.count.more", w.texts().number(MessageSearch.COUNTED));
        }
        return found.total() == 0 ? null : w.count("search.count", found.total());
    }

    private MessagePage page(DeskTexts w, SignedIn me, SearchRequest request, Shown found) {
        var next = found.next();
        var readBackTo = found.readBackTo();
        return new MessagePage(
                messages(w, me, request.query(), found, MessageSearch.PAGE),
                next == null ? null : request.after(next),
                readBackTo == null ? null : w.text("search.readBack", w.texts().date(readBackTo)));
    }

    private List<SearchRowView> conversations(
            DeskTexts w, SignedIn me, SearchQuery query, List<ConversationId> ids) {
        var byId = rowsOf(ids.stream().map(ConversationId::value).toList(), me);
        var context = context(byId.values(), me);
        return ids.stream()
                .map(id -> byId.get(id.value()))
                .filter(Objects::nonNull)
                .map(row -> conversation(w, query, Objects.requireNonNull(row), context))
                .toList();
    }

    private static SearchRowView conversation(
            DeskTexts w, SearchQuery query, WorkRow row, Context context) {
        return row(w, query, row, null, context);
    }

    private List<SearchRowView> messages(
            DeskTexts w, SignedIn me, SearchQuery query, Shown found, int most) {
        if (found.messages().isEmpty()) {
            return List.of();
        }
        var some = found.messages().stream().limit(most).toList();
        var conversations =
                rowsOf(
                        some.stream()
                                .map(message -> message.conversation().value())
                                .distinct()
                                .toList(),
                        me);
        var context = context(conversations.values(), some, me);
        return some.stream()
                .filter(message -> conversations.containsKey(message.conversation().value()))
                .map(message ->
                        row(
                                w,
                                query,
                                Objects.requireNonNull(
                                        conversations.get(message.conversation().value())),
                                new Hit(
                                        message,
                                        words(
                                                query,
                                                message,
                                                found.files()
                                                        .getOrDefault(message.id(), List.of()))),
                                context))
                .toList();
    }

    /// The text, if it was found by it; otherwise the names of its files.
    private static String words(SearchQuery query, Message message, List<StoredAttachment> files) {
        var text = message.text();
        var fileNames =
                files.stream()
                        .map(StoredAttachment::name)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        if (text == null || (query.marksIn(text).isEmpty() && !fileNames.isEmpty())) {
            return fileNames;
        }
        return text;
    }

    private static SearchRowView row(
            DeskTexts w, SearchQuery query, WorkRow row, @Nullable Hit hit, Context context) {
        var name = CustomerNames.name(w, row.name(), row.visitor());
        var agent = row.agent();
        return new SearchRowView(
                row.id(),
                hit == null ? null : hit.message.id().value(),
                hit == null
                        ? SearchExcerpt.whole(query, name)
                        : List.of(new SearchRowView.Part(name, false)),
                row.hasPicture() ? CustomerNames.picture(row.customer()) : null,
                row.number(),
                Objects.requireNonNull(context.endpoints.get(row.endpoint())),
                row.shownState(),
                agent == null || agent.equals(context.me) ? null : context.users.get(agent),
                hit == null ? row.lastMessageAt() : hit.message.sentAt(),
                hit == null ? null : author(w, hit.message, row, context),
                hit == null ? List.of() : SearchExcerpt.of(query, hit.words));
    }

    private static @Nullable String author(
            DeskTexts w, Message message, WorkRow row, Context context) {
        var agent = message.agent();
        if (message.author() == Author.CUSTOMER) {
            return null;
        }
        if (agent == null) {
            return context.endpoints.get(row.endpoint());
        }
        var who = agent.equals(context.me) ? w.text("search.you") : context.users.get(agent);
        return who != null && message.kind() == Message.Kind.INTERNAL_NOTE
                ? w.text("search.noteBy", who)
                : who;
    }

    private Map<UUID, WorkRow> rowsOf(List<UUID> conversations, SignedIn me) {
        return conversations.isEmpty()
                ? Map.of()
                : rows.byIds(conversations, me.userId()).stream()
                        .collect(Collectors.toMap(WorkRow::id, Function.identity()));
    }

    private Context context(Collection<WorkRow> some, SignedIn me) {
        return context(some, List.of(), me);
    }

    private Context context(Collection<WorkRow> some, Collection<Message> said, SignedIn me) {
        return new Context(
                names.ofEndpoints(some.stream().map(WorkRow::endpoint)),
                names.ofUsers(
                        Stream.concat(
                                some.stream().map(WorkRow::agent),
                                said.stream().map(Message::agent)),
                        me),
                me.userId());
    }

    private record Hit(Message message, String words) {}

    private record Context(Map<Endpoint, String> endpoints, Map<UserId, String> users, UserId me) {}

    /// A few results.
    record Few(List<SearchRowView> rows, List<RecordedContact> contacts) {}
}
