package dev.parley.conversation;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Content;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.PastConversation.FromCustomer;
import dev.parley.conversation.PastConversation.Tagged;
import dev.parley.platform.ColumnArrays;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores conversations that took place before, as they were, in sets. Nothing is sent, nobody is
/// notified; those that are open wait for an agent.
@Repository
public class PastConversations {
    private static final String ADD =
            """
            insert into conversation (id, channel, endpoint, person, customer_id, agent_id, preview,
                                      preview_author, preview_inbound, unread, state, since,
                                      close_at, snoozed_until, opened_at, last_message_at,
                                      active_at, last_customer_act_at, delivered_until, read_until,
                                      waiting_since, silent_since)
            select id, channel, endpoint, person, customer, agent, preview, author,
                   author = 'CUSTOMER', unread, state, since, close_at, snoozed_until, opened_at,
                   last_at, last_at, act_at, last_at, last_at,
                   case when author = 'CUSTOMER' and state in ('OPEN', 'ACTIVE') then last_at end,
                   last_at
              from unnest(:ids::uuid[], :channels::text[], :endpoints::text[], :persons::text[],
                          :customers::uuid[], :agents::uuid[], :previews::text[],
                          :authors::text[], :unreads::int[], :states::text[],
                          :sinces::timestamptz[], :closeAts::timestamptz[],
                          :snoozedUntils::timestamptz[], :openedAts::timestamptz[],
                          :lastAts::timestamptz[], :actAts::timestamptz[])
                   with ordinality
                   as given (id, channel, endpoint, person, customer, agent, preview, author,
                             unread, state, since, close_at, snoozed_until, opened_at, last_at,
                             act_at, place)
             order by place
            """;

    private static final String ADD_TAGS =
            """
            insert into conversation_tag (conversation_id, tag_id, added_at, added_by)
            select *
              from unnest(:conversations::uuid[], :tags::uuid[], :addedAts::timestamptz[],
                          :addedBys::uuid[])
            """;

    private static final String TEXTS =
            """
            select c.channel, c.endpoint, c.person, m.channel_message_id, m.author, m.text, m.sent_at
              from unnest(:channels::text[], :endpoints::text[], :persons::text[])
                   as given (channel, endpoint, person)
              join conversation c using (channel, endpoint, person)
              join message m on m.conversation_id = c.id
             where c.last_message_at >= :since
               and m.channel_message_id is not null and m.text is not null
             order by m.sent_at, m.id
             limit 10000
            """;

    private final JdbcClient jdbc;
    private final PastEntries entries;
    private final AutoCloseDeadline autoClose;
    private final ApplicationEventPublisher events;

    PastConversations(
            JdbcClient jdbc,
            PastEntries entries,
            AutoCloseDeadline autoClose,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.autoClose = autoClose;
        this.events = events;
    }

    /// Adds these conversations, which get their numbers in this order.
    @Transactional
    public void add(List<PastConversation> all) {
        new ColumnArrays<>(all)
                .uuids("ids", one -> one.conversation().id().value())
                .texts("channels", one -> address(one).channel().name())
                .texts("endpoints", one -> address(one).endpoint())
                .texts("persons", one -> address(one).person())
                .uuids("customers", one -> one.conversation().details().customer().value())
                .uuids("agents", one -> PastEntries.value(one.conversation().agent()))
                .texts("previews", one -> preview(last(one)))
                .texts("authors", one -> PastEntries.author(last(one)).name())
                .texts("unreads", one -> String.valueOf(unread(one)))
                .texts("states", one -> one.conversation().state().name())
                .times("sinces", one -> one.conversation().since())
                .times("closeAts", one -> autoClose.closeAt(one.conversation(), last(one).at()))
                .times("snoozedUntils", one -> snoozedUntil(one.conversation()))
                .times("openedAts", one -> one.conversation().details().openedAt())
                .times("lastAts", one -> last(one).at())
                .times("actAts", one -> one.conversation().details().lastCustomerActAt())
                .in(jdbc.sql(ADD))
                .update();
        addTags(all);
        entries.add(all);
        events.publishEvent(
                new StatesChanged(
                        all.stream()
                                .map(PastConversation::conversation)
                                .filter(one -> one.state() == State.OPEN)
                                .map(one -> StateChanged.of(one, null))
                                .toList()));
    }

    private void addTags(List<PastConversation> all) {
        var tagged =
                all.stream()
                        .flatMap(one ->
                                one.entries().stream()
                                        .filter(Tagged.class::isInstance)
                                        .map(entry ->
                                                Map.entry(one.conversation(), (Tagged) entry)))
                        .toList();
        new ColumnArrays<>(tagged)
                .uuids("conversations", one -> one.getKey().id().value())
                .uuids("tags", one -> one.getValue().tag().id().value())
                .times("addedAts", one -> one.getValue().at())
                .uuids("addedBys", one -> one.getValue().agent().value())
                .in(jdbc.sql(ADD_TAGS))
                .update();
    }

    /// {@return the texts between these people and the company in conversations that went on since
    /// then, oldest first, up to 10,000}
    public List<PastText> texts(Collection<Address> with, Instant since) {
        return new ColumnArrays<>(List.copyOf(with))
                .texts("channels", address -> address.channel().name())
                .texts("endpoints", Address::endpoint)
                .texts("persons", Address::person)
                .in(jdbc.sql(TEXTS))
                .param("since", utc(since))
                .query((row, _) ->
                        new PastText(
                                new Address(
                                        new ChannelKind(row.getString("channel")),
                                        row.getString("endpoint"),
                                        row.getString("person")),
                                row.getString("channel_message_id"),
                                row.getString("author").equals("CUSTOMER"),
                                row.getString("text"),
                                instant(row, "sent_at")))
                .list();
    }

    private static Address address(PastConversation one) {
        return one.conversation().details().address();
    }

    /// {@return the last message between customer and company}
    private static PastConversation.Entry last(PastConversation one) {
        return said(one.entries()).getLast();
    }

    private static List<PastConversation.Entry> said(Collection<PastConversation.Entry> all) {
        return all.stream().filter(PastEntries::isMessage).toList();
    }

    private static String preview(PastConversation.Entry entry) {
        return MessagePreview.of(new Content.Text(PastEntries.text(entry)));
    }

    /// {@return how many messages of the customer nobody answered yet}
    private static int unread(PastConversation one) {
        return switch (one.conversation().state()) {
            case OPEN, ACTIVE ->
                    (int)
                            said(one.entries()).reversed().stream()
                                    .takeWhile(FromCustomer.class::isInstance)
                                    .count();
            case WAITING, WRAP_UP, CLOSED -> 0;
        };
    }

    private static @Nullable Instant snoozedUntil(Conversation conversation) {
        return conversation instanceof Conversation.Waiting waiting ? waiting.snoozedUntil() : null;
    }

    /// A text between a customer and the company.
    ///
    /// @param channelMessageId the channel's id of the message
    public record PastText(
            Address with,
            String channelMessageId,
            boolean fromCustomer,
            String text,
            Instant sentAt) {}
}
