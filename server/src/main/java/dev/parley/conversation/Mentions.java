package dev.parley.conversation;

import static dev.parley.platform.Columns.utc;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.parley.conversation.Conversation.State;
import dev.parley.identity.Colleague;
import dev.parley.identity.Colleagues;
import dev.parley.identity.Colleagues.Audience;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Mentions of colleagues in internal notes, in PostgreSQL. Only users who may read the
/// conversation can be mentioned. A mention in a conversation that its user can no longer read is
/// not counted, until they can read it again.
@Repository
public class Mentions {
    /// How many colleagues are offered for a mention.
    public static final int MOST_OFFERED = MentionNames.MOST;

    /// Unread mentions are counted up to this number.
    public static final int MOST_COUNTED = 100;

    private static final int LONGEST_SEARCH = 100;
    private static final int MOST_NAMED = 200;

    private static final String ADD =
            """
            insert into mention (message_id, user_id, conversation_id, name, noted_at)
            values (:message, :user, :conversation, :name, :now)
            """;

    private static final String UNREAD =
            """
            select count(*)
              from (select 1
                      from mention m
                      join conversation c on c.id = m.conversation_id
                     where m.user_id = :reader and m.read_at is null and
            """
                    + Access.READABLE
                    + " limit :most) as first_hundred";

    private static final String CONVERSATION_OF =
            "select conversation_id from mention where user_id = :user and message_id = :message";

    private static final String READ =
            """
            update mention set read_at = :now
             where user_id = :user and message_id = :message and read_at is null
            """;

    private static final String READ_IN =
            """
            update mention set read_at = :now
             where user_id = :user and conversation_id = :conversation and read_at is null
            """;

    private static final String READ_ALL =
            "update mention set read_at = :now where user_id = :user and read_at is null";

    private static final String IN_NOTES =
            "select message_id, user_id, name from mention where message_id = any (:messages)";

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mentions(
            JdbcClient jdbc,
            Colleagues colleagues,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /// {@return colleagues who can be mentioned, with this text in one of their names}
    public List<Colleague> offered(Conversation conversation, SignedIn me, String typed) {
        var asked = typed.length() > LONGEST_SEARCH ? typed.substring(0, LONGEST_SEARCH) : typed;
        return colleagues.byName(readers(conversation, me.userId()), asked.strip(), MOST_OFFERED);
    }

    /// Stores who is mentioned in a note that is being added.
    void add(UserId by, Conversation conversation, MessageId note, String text, Instant now) {
        var plain = text.replace('＠', '@');
        if (plain.indexOf('@') < 0) {
            return;
        }
        var known = colleagues.namedIn(readers(conversation, by), plain, MOST_NAMED);
        MentionNames.in(text, known)
                .forEach((user, name) -> {
                    jdbc.sql(ADD)
                            .param("message", note.value())
                            .param("user", user.value())
                            .param("conversation", conversation.id().value())
                            .param("name", name)
                            .param("now", utc(now))
                            .update();
                    events.publishEvent(new MentionsChanged(user));
                });
    }

    /// {@return the number of mentions that this user has not read, at most [#MOST_COUNTED]}
    public int unread(SignedIn me) {
        return Access.reading(me, jdbc.sql(UNREAD))
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /// Marks a mention of this user as read. {@return its conversation; empty if there is no such
    /// mention, or the user can no longer read the conversation}
    @Transactional
    public Optional<ConversationId> read(SignedIn me, MessageId note) {
        var conversation =
                jdbc.sql(CONVERSATION_OF)
                        .param("user", me.userId().value())
                        .param("message", note.value())
                        .query(UUID.class)
                        .optional()
                        .map(ConversationId::new)
                        .filter(id -> access.read(id, me).isPresent());
        conversation.ifPresent(_ -> mark(me, jdbc.sql(READ).param("message", note.value())));
        return conversation;
    }

    /// Marks the mentions of this user in a conversation as read.
    @Transactional
    public void readIn(SignedIn me, ConversationId conversation) {
        mark(me, jdbc.sql(READ_IN).param("conversation", conversation.value()));
    }

    /// Marks all mentions of this user as read.
    @Transactional
    public void readAll(SignedIn me) {
        mark(me, jdbc.sql(READ_ALL));
    }

    private void mark(SignedIn me, JdbcClient.StatementSpec statement) {
        var marked =
                statement
                        .param("user", me.userId().value())
                        .param("now", utc(clock.instant()))
                        .update();
        if (marked > 0) {
            events.publishEvent(new MentionsChanged(me.userId()));
        }
    }

    /// {@return who is mentioned in each of these notes}
    public Map<MessageId, List<Mention>> in(Collection<MessageId> notes) {
        if (notes.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(IN_NOTES)
                .param("messages", notes.stream().map(MessageId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        Map.entry(
                                new MessageId(row.getObject("message_id", UUID.class)),
                                new Mention(
                                        new UserId(row.getObject("user_id", UUID.class)),
                                        row.getString("name"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /// Those who may read the conversation, as [Access] says.
    private static Audience readers(Conversation conversation, UserId me) {
        var roles = EnumSet.of(Role.SUPERVISOR, Role.ADMINISTRATOR);
        var state = conversation.state();
        if (state == State.OPEN || state == State.CLOSED) {
            roles.add(Role.AGENT);
        }
        var others = new HashSet<>(conversation.details().participants());
        if (conversation.agent() != null) {
            others.add(conversation.agent());
        }
        return new Audience(me, roles, others);
    }

    /// A mention in a note.
    ///
    /// @param name as it is written there, after an `@`
    public record Mention(UserId user, String name) {}
}
