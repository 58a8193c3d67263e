package dev.parley.conversation;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;
import static dev.parley.platform.Columns.utcOrNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.Conversation.Closed;
import dev.parley.conversation.Conversation.Closing;
import dev.parley.conversation.Conversation.Details;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.conversation.Conversation.WrapUp;
import dev.parley.customer.CustomerId;
import dev.parley.identity.UserId;
import dev.parley.platform.ColumnArrays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All conversations, in PostgreSQL.
@Repository
public class Conversations {
    private static final String COLUMNS =
            """
            select id, number, channel, endpoint, person, customer_id, state, agent_id, since,
                   closing, close_at, snoozed_until, opened_at, last_message_at, last_customer_act_at,
                   controlled_by, controlling_app, controlled_until, blocked, participants
              from conversation
            """;

    /// One look-up for each address, in the given order: transactions lock in the same order.
    private static final String RUNNING =
            """
            select running.*
              from unnest(:channels::text[], :endpoints::text[], :persons::text[])
                   as address (channel, endpoint, person)
             cross join lateral (
            """
                    + COLUMNS
                    + """
                     where conversation.channel = address.channel
                       and conversation.endpoint = address.endpoint
                       and conversation.person = address.person
                       and state <> 'CLOSED'
                       for update) running
                    """;

    private static final String LATEST =
            COLUMNS
                    + """
                     where channel = :channel and endpoint = :endpoint and person = :person
                     order by opened_at desc
                     limit 1
                    """;

    private static final String OF_PERSON =
            COLUMNS
                    + """
                     where channel = :channel and endpoint = :endpoint and person = :person
                     order by opened_at desc
                     limit 20
                    """;

    private static final String OF_CUSTOMERS =
            COLUMNS
                    + """
                     where customer_id = any (:customers)
                     order by opened_at desc, id desc
                     limit :most
                    """;

    private static final String LATEST_WRITERS =
            """
            select person
              from conversation
             where channel = :channel and endpoint = :endpoint and state <> 'CLOSED'
               and last_customer_act_at > :since
             group by person
             order by max(last_customer_act_at) desc
             limit :limit
            """;

    private static final String DUE =
            """
            select id, active_at
              from conversation
             where close_at <= :now
             order by close_at
             limit 1
               for update skip locked
            """;

    private static final String HELD =
            """
            select agent_id, channel, endpoint,
                   count(*) filter (where state = 'ACTIVE') as active,
                   array_agg(since) filter (where state = 'WRAP_UP') as wrapping_up
              from conversation
             where agent_id = any (:agents) and state in ('ACTIVE', 'WRAP_UP')
             group by agent_id, channel, endpoint
            """;

    private static final String ACTIVE_WITH =
            COLUMNS
                    + """
                     where agent_id = any (:agents) and state = 'ACTIVE'
                     order by last_message_at
                     limit 100
                    """;

    private static final String ANY_OPEN_TO =
            "select exists (select 1 from conversation c where c.customer_id = :customer and "
                    + Access.READABLE
                    + ")";

    private static final String START =
            """
            insert into conversation (id, channel, endpoint, person, customer_id, state, since,
                                      active_at, close_at, opened_at, last_message_at, blocked)
            select id, channel, endpoint, person, customer, :state, :now, :now, :closeAt, opened_at,
                   opened_at, :blocked
              from unnest(:ids::uuid[], :channels::text[], :endpoints::text[], :persons::text[],
                          :customers::uuid[], :openedAts::timestamptz[])
                   with ordinality
                   as given (id, channel, endpoint, person, customer, opened_at, place)
             order by place
            returning id, number
            """;

    private static final String START_AGAIN =
            """
            insert into conversation (id, channel, endpoint, person, customer_id, agent_id, state,
                                      since, active_at, close_at, opened_at, last_message_at,
                                      last_customer_act_at, controlled_by, controlling_app,
                                      controlled_until, blocked, continues)
            select :id, channel, endpoint, person, customer_id, :agent, 'ACTIVE', :now, :now, :closeAt,
                   :now, :now, last_customer_act_at, controlled_by, controlling_app,
                   controlled_until, :blocked, id
              from conversation
             where id = :closed
            on conflict (channel, endpoint, person) where state <> 'CLOSED' do nothing
            returning number
            """;

    private static final String SAVE =
            """
            update conversation
               set state = :state, agent_id = :agent, since = :since, close_at = :closeAt,
                   active_at = greatest(active_at, :since), closing = :closing,
                   snoozed_until = :snoozedUntil, woken = :woken
             where id = :id
            """;

    private static final String SEEN =
            """
            update conversation set unread = 0, woken = false
             where id = :id and (unread > 0 or woken)
            """;

    private static final String SNOOZE_ENDED =
            COLUMNS
                    + """
                     where snoozed_until <= :now
                     order by snoozed_until
                     limit 1
                       for update skip locked
                    """;

    private static final String NOBODY = "NOBODY";

    private static final String HAND_OVER =
            """
            update conversation
               set controlled_by = :control, controlling_app = :app, controlled_until = :until,
                   waiting_since = coalesce(waiting_since, :asked::timestamptz),
                   silent_since = case
                       when waiting_since is null or silent_since is null
                           then coalesce(:asked::timestamptz, silent_since)
                       else silent_since end,
                   preview_kind = case when preview = '' and preview_kind = 'TEXT'
                                       then 'HANDOVER' else preview_kind end
             where id = :id
            """;

    private final JdbcClient jdbc;

    Conversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the people with a running conversation who acted on this endpoint since then, the
    /// latest first}
    public List<String> recentlyActivePeople(
            ChannelKind channel, String endpoint, Instant since, int limit) {
        return jdbc.sql(LATEST_WRITERS)
                .param("channel", channel.name())
                .param("endpoint", endpoint)
                .param("since", utc(since))
                .param("limit", limit)
                .query((row, _) -> row.getString("person"))
                .list();
    }

    public Optional<Conversation> byId(ConversationId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(Conversations::fromRow)
                .optional();
    }

    public List<Conversation> byIds(Collection<ConversationId> ids) {
        return jdbc.sql(COLUMNS + " where id = any (:ids)")
                .param("ids", ids.stream().map(ConversationId::value).toArray(UUID[]::new))
                .query(Conversations::fromRow)
                .list();
    }

    /// {@return the conversation, locked until this transaction ends}
    public Optional<Conversation> lock(ConversationId id) {
        return jdbc.sql(COLUMNS + " where id = :id for update")
                .param("id", id.value())
                .query(Conversations::fromRow)
                .optional();
    }

    /// {@return those of these conversations that nobody else has locked, locked until this
    /// transaction ends}
    List<Conversation> lockFree(Collection<ConversationId> ids) {
        return jdbc.sql(COLUMNS + " where id = any (:ids) order by id for update skip locked")
                .param("ids", ids.stream().map(ConversationId::value).toArray(UUID[]::new))
                .query(Conversations::fromRow)
                .list();
    }

    /// {@return the conversation of this message, locked until this transaction ends}
    public Optional<Conversation> lockOf(MessageId message) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 where id = (select conversation_id from message where id = :message)
                                   for update
                                """)
                .param("message", message.value())
                .query(Conversations::fromRow)
                .optional();
    }

    /// {@return this person's past and current conversations, newest first}
    public List<Conversation> of(Address address) {
        return at(OF_PERSON, address).query(Conversations::fromRow).list();
    }

    /// {@return the past and current conversations of these customers, newest first}
    public List<Conversation> of(Collection<CustomerId> customers, int most) {
        return jdbc.sql(OF_CUSTOMERS)
                .param("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .param("most", most)
                .query(Conversations::fromRow)
                .list();
    }

    public List<Conversation> runningOf(CustomerId customer) {
        return jdbc.sql(COLUMNS + " where customer_id = :customer and state <> 'CLOSED'")
                .param("customer", customer.value())
                .query(Conversations::fromRow)
                .list();
    }

    /// {@return the current work of these agents, by endpoint}
    public List<AgentWork> workOf(Collection<UserId> agents) {
        return jdbc.sql(HELD)
                .param("agents", agents.stream().map(UserId::value).toArray(UUID[]::new))
                .query((row, _) -> heldFromRow(row))
                .list();
    }

    public List<Conversation> activeWith(Collection<UserId> agents) {
        return jdbc.sql(ACTIVE_WITH)
                .param("agents", agents.stream().map(UserId::value).toArray(UUID[]::new))
                .query(Conversations::fromRow)
                .list();
    }

    /// {@return how many of the customer's messages the agent has not seen; at least one after a
    /// snooze, until the agent opens it}
    public int unreadOf(ConversationId id) {
        return jdbc.sql("select greatest(unread, woken::int) from conversation where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /// {@return whether this agent may read any of this customer's conversations}
    boolean anyOpenTo(CustomerId customer, UserId agent) {
        return jdbc.sql(ANY_OPEN_TO)
                .param("customer", customer.value())
                .param("readsAll", false)
                .param("reader", agent.value())
                .query(Boolean.class)
                .single();
    }

    /// Marks the customer's messages as seen, and the end of a snooze. {@return whether there was
    /// anything to see}
    public boolean seen(ConversationId id) {
        return jdbc.sql(SEEN).param("id", id.value()).update() == 1;
    }

    /// Makes it count as having something unread, until its agent opens it.
    void markUnread(ConversationId id) {
        jdbc.sql("update conversation set unread = greatest(unread, 1) where id = :id")
                .param("id", id.value())
                .update();
    }

    Optional<Conversation> lockRunning(Address address) {
        return Optional.ofNullable(lockRunning(List.of(address)).get(address));
    }

    /// {@return the running conversations at these addresses, locked until this transaction ends}
    Map<Address, Conversation> lockRunning(Collection<Address> addresses) {
        return new ColumnArrays<>(List.copyOf(addresses))
                        .texts("channels", address -> address.channel().name())
                        .texts("endpoints", Address::endpoint)
                        .texts("persons", Address::person)
                        .in(jdbc.sql(RUNNING))
                        .query(Conversations::fromRow)
                        .list()
                        .stream()
                        .collect(toMap(one -> one.details().address(), one -> one));
    }

    Optional<Conversation> latest(Address address) {
        return at(LATEST, address).query(Conversations::fromRow).optional();
    }

    /// {@return the next conversation whose deadline is reached, locked until this transaction
    /// ends}
    Optional<Due> lockNextDue(Instant now) {
        return jdbc.sql(DUE)
                .param("now", utc(now))
                .query((row, _) ->
                        new Due(
                                new ConversationId(row.getObject("id", UUID.class)),
                                instant(row, "active_at")))
                .optional();
    }

    /// {@return the next conversation whose snooze has ended, locked until this transaction ends}
    Optional<Conversation> lockNextSnoozed(Instant now) {
        return jdbc.sql(SNOOZE_ENDED)
                .param("now", utc(now))
                .query(Conversations::fromRow)
                .optional();
    }

    /// Starts these conversations in this state, {@return their numbers}
    Map<ConversationId, Long> start(
            List<Start> all, State state, boolean blocked, Instant now, Instant closeAt) {
        return new ColumnArrays<>(all)
                        .uuids("ids", one -> one.id.value())
                        .texts("channels", one -> one.address.channel().name())
                        .texts("endpoints", one -> one.address.endpoint())
                        .texts("persons", one -> one.address.person())
                        .uuids("customers", one -> one.customer.value())
                        .times("openedAts", Start::openedAt)
                        .in(jdbc.sql(START))
                        .param("state", state.name())
                        .param("blocked", blocked)
                        .param("now", utc(now))
                        .param("closeAt", utc(closeAt))
                        .query((row, _) ->
                                Map.entry(
                                        new ConversationId(row.getObject("id", UUID.class)),
                                        row.getLong("number")))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Starts an active conversation that continues a closed one. {@return its number; empty if the
    /// person has a running conversation}
    Optional<Long> startAgain(
            ConversationId id,
            ConversationId closed,
            UserId agent,
            boolean blocked,
            Instant now,
            Instant closeAt) {
        return jdbc.sql(START_AGAIN)
                .param("id", id.value())
                .param("closed", closed.value())
                .param("agent", agent.value())
                .param("blocked", blocked)
                .param("now", utc(now))
                .param("closeAt", utc(closeAt))
                .query(Long.class)
                .optional();
    }

    /// @param woken whether its snooze has just ended
    void save(Conversation conversation, @Nullable Instant closeAt, boolean woken) {
        jdbc.sql(SAVE)
                .param("id", conversation.id().value())
                .param("state", conversation.state().name())
                .param("agent", conversation.agent() == null ? null : conversation.agent().value())
                .param("since", utc(conversation.since()))
                .param("closeAt", utcOrNull(closeAt))
                .param("closing", conversation instanceof Closing)
                .param("snoozedUntil", utcOrNull(snoozedUntil(conversation)))
                .param("woken", woken)
                .update();
    }

    private static @Nullable Instant snoozedUntil(Conversation conversation) {
        return conversation instanceof Waiting waiting ? waiting.snoozedUntil() : null;
    }

    /// @param asked since when the customer waits for Parley at the latest; null to change nothing
    void handedTo(ConversationId id, ControlState control, @Nullable Instant asked) {
        var party = control.party();
        jdbc.sql(HAND_OVER)
                .param("id", id.value())
                .param("control", party == null ? NOBODY : party.kind().name())
                .param("app", party == null ? null : party.app())
                .param("until", utc(control.until()))
                .param("asked", utcOrNull(asked))
                .update();
    }

    private JdbcClient.StatementSpec at(String sql, Address address) {
        return jdbc.sql(sql)
                .param("channel", address.channel().name())
                .param("endpoint", address.endpoint())
                .param("person", address.person());
    }

    private static Conversation fromRow(ResultSet row, int index) throws SQLException {
        var details = detailsFromRow(row);
        var agentId = row.getObject("agent_id", UUID.class);
        var agent = agentId == null ? null : new UserId(agentId);
        var since = instant(row, "since");
        return switch (State.valueOf(row.getString("state"))) {
            case OPEN -> new Open(details, since);
            case ACTIVE -> new Active(details, requireAgent(agent, details), since);
            case WAITING -> new Waiting(details, agent, since, instantOrNull(row, "snoozed_until"));
            case WRAP_UP ->
                    row.getBoolean("closing")
                            ? new Closing(
                                    details,
                                    requireAgent(agent, details),
                                    since,
                                    instant(row, "close_at"))
                            : new WrapUp(details, requireAgent(agent, details), since);
            case CLOSED -> new Closed(details, agent, since);
        };
    }

    private static AgentWork heldFromRow(ResultSet row) throws SQLException {
        var wrappingUp = row.getArray("wrapping_up");
        var since = wrappingUp == null ? new Timestamp[0] : (Timestamp[]) wrappingUp.getArray();
        return new AgentWork(
                new UserId(row.getObject("agent_id", UUID.class)),
                new ChannelKind(row.getString("channel")),
                row.getString("endpoint"),
                row.getInt("active"),
                Arrays.stream(since).map(Timestamp::toInstant).toList());
    }

    private static UserId requireAgent(@Nullable UserId agent, Details details) {
        if (agent == null) {
            throw new IllegalStateException("No agent assigned to conversation " + details.id());
        }
        return agent;
    }

    private static Details detailsFromRow(ResultSet row) throws SQLException {
        var acted = instantOrNull(row, "last_customer_act_at");
        return new Details(
                new ConversationId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                new Address(
                        new ChannelKind(row.getString("channel")),
                        row.getString("endpoint"),
                        row.getString("person")),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                instant(row, "opened_at"),
                instant(row, "last_message_at"),
                acted,
                control(row),
                row.getBoolean("blocked"),
                participants(row));
    }

    private static Set<UserId> participants(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("participants").getArray())
                .map(UserId::new)
                .collect(toSet());
    }

    private static @Nullable ControlState control(ResultSet row) throws SQLException {
        var control = row.getString("controlled_by");
        if (control == null) {
            return null;
        }
        return new ControlState(
                control.equals(NOBODY)
                        ? null
                        : new Party(Party.Kind.valueOf(control), row.getString("controlling_app")),
                instant(row, "controlled_until"));
    }

    /// The current work of one agent in one endpoint.
    ///
    /// @param active how many active conversations the agent has
    /// @param wrappingUp since when each of the others is in wrap-up
    public record AgentWork(
            UserId agent,
            ChannelKind channel,
            String endpoint,
            int active,
            List<Instant> wrappingUp) {
        public AgentWork {
            wrappingUp = List.copyOf(wrappingUp);
        }
    }

    /// A conversation whose deadline is reached. Somebody may have written since it was set.
    ///
    /// @param activeAt when a message was last written, or the state last changed
    record Due(ConversationId id, Instant activeAt) {}

    /// A conversation that is about to be started.
    record Start(ConversationId id, Address address, CustomerId customer, Instant openedAt) {}
}
