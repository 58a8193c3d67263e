package dev.parley.conversation;

import static java.util.Objects.requireNonNull;

import dev.parley.channel.Content;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.PastConversation.Entry;
import dev.parley.conversation.PastConversation.FromAgent;
import dev.parley.conversation.PastConversation.FromCustomer;
import dev.parley.conversation.PastConversation.Happened;
import dev.parley.conversation.PastConversation.Internal;
import dev.parley.conversation.PastConversation.Tagged;
import dev.parley.identity.UserId;
import dev.parley.platform.ColumnArrays;
import dev.parley.platform.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Stores the timelines of conversations that took place before.
@Repository
class PastEntries {
    private static final String ADD =
            """
            insert into message (id, conversation_id, channel, endpoint, channel_message_id, author,
                                 agent_id, kind, text, note, content, sent_at, channel_at, status)
            select id, conversation_id, channel, endpoint, channel_message_id, author, agent_id,
                   kind, text, note, content::jsonb, sent_at, channel_at, status
              from unnest(:ids::uuid[], :conversations::uuid[], :channels::text[],
                          :endpoints::text[], :channelMessageIds::text[], :authors::text[],
                          :agents::uuid[], :kinds::text[], :texts::text[], :notes::text[],
                          :contents::text[], :sentAts::timestamptz[], :channelAts::timestamptz[], :statuses::text[])
                   as given (id, conversation_id, channel, endpoint, channel_message_id, author,
                             agent_id, kind, text, note, content, sent_at, channel_at, status)
            """;

    private final JdbcClient jdbc;

    PastEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<PastConversation> all) {
        var rows =
                all.stream()
                        .flatMap(one ->
                                one.entries().stream()
                                        .map(entry -> new Row(one.conversation(), entry)))
                        .toList();
        new ColumnArrays<>(rows)
                .uuids("ids", _ -> Ids.next())
                .uuids("conversations", row -> row.in.id().value())
                .texts("channels", row -> row.in.details().address().channel().name())
                .texts("endpoints", row -> row.in.details().address().endpoint())
                .texts("channelMessageIds", row -> channelMessageId(row.entry))
                .texts("authors", row -> author(row.entry).name())
                .uuids("agents", row -> value(agent(row.entry)))
                .texts("kinds", row -> kind(row.entry).name())
                .texts("texts", row -> textOrNull(row.entry))
                .texts("notes", row -> note(row.entry))
                .texts("contents", row -> content(row.entry))
                .times("sentAts", row -> row.entry.at())
                .times("channelAts", row -> channelAt(row.entry))
                .texts("statuses", row -> status(row.entry).name())
                .in(jdbc.sql(ADD))
                .update();
    }

    /// {@return whether it is a message between customer and company}
    static boolean isMessage(Entry entry) {
        return channelMessageId(entry) != null;
    }

    static String text(Entry entry) {
        return requireNonNull(textOrNull(entry));
    }

    static Author author(Entry entry) {
        return switch (entry) {
            case FromCustomer _ -> Author.CUSTOMER;
            case FromAgent _, Internal _ -> Author.AGENT;
            case Happened _, Tagged _ -> Author.SYSTEM;
        };
    }

    static @Nullable UUID value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }

    private static @Nullable String textOrNull(Entry entry) {
        return switch (entry) {
            case FromCustomer customer -> customer.text();
            case FromAgent agent -> agent.text();
            case Internal note -> note.text();
            case Happened _, Tagged _ -> null;
        };
    }

    private static @Nullable String channelMessageId(Entry entry) {
        return switch (entry) {
            case FromCustomer customer -> customer.channelMessageId();
            case FromAgent agent -> agent.channelMessageId();
            case Internal _, Happened _, Tagged _ -> null;
        };
    }

    private static @Nullable Instant channelAt(Entry entry) {
        return isMessage(entry) ? entry.at() : null;
    }

    private static @Nullable UserId agent(Entry entry) {
        return switch (entry) {
            case FromCustomer _ -> null;
            case FromAgent reply -> reply.agent();
            case Internal internal -> internal.agent();
            case Happened happened -> happened.agent();
            case Tagged tagged -> tagged.agent();
        };
    }

    private static @Nullable String note(Entry entry) {
        return switch (entry) {
            case Happened(var note, _, _) -> note.name();
            case Tagged _ -> Note.TAG_ADDED.name();
            case FromCustomer _, FromAgent _, Internal _ -> null;
        };
    }

    private static @Nullable String content(Entry entry) {
        return entry instanceof Tagged(var tag, _, _)
                ? ContentJson.toStored(new Content.Text(tag.name()))
                : null;
    }

    private static Kind kind(Entry entry) {
        return switch (entry) {
            case FromCustomer _, FromAgent _ -> Kind.TEXT;
            case Internal _ -> Kind.INTERNAL_NOTE;
            case Happened _, Tagged _ -> Kind.SYSTEM;
        };
    }

    private static Status status(Entry entry) {
        return entry instanceof FromCustomer ? Status.RECEIVED : Status.READ;
    }

    private record Row(Conversation in, Entry entry) {}
}
