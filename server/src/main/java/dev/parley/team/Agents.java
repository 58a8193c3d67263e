package dev.parley.team;

import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import dev.parley.identity.User;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All agents and their presence, in PostgreSQL.
@Repository
public class Agents {
    private static final String ALL =
            """
            select user_id, presence, capacity, coalesce(seen_at > :onlineSince, false) as reachable
              from agent
            """;

    private static final String PRESENT =
            """
            insert into agent (user_id, presence, presence_since) values (:agent, :presence, :now)
            on conflict (user_id) do update
               set presence = excluded.presence, presence_since = excluded.presence_since
            """;

    /// An agent who opens a desk for the first time is available.
    private static final String ARRIVED =
            """
            insert into agent (user_id, presence, presence_since, seen_at)
            values (:agent, 'AVAILABLE', :now, :now)
            on conflict (user_id) do update set seen_at = excluded.seen_at
            """;

    private static final String INACTIVE =
            """
            update agent set presence = 'INACTIVE', presence_since = :now
             where user_id = :agent and presence not in ('OFFLINE', 'INACTIVE')
            """;

    private static final String SEEN =
            "update agent set seen_at = :now where user_id = any (:agents)";

    private static final String LEFT = "update agent set seen_at = :before where user_id = :agent";

    private static final String LAST_SEEN = "select user_id, seen_at from agent";

    private final JdbcClient jdbc;
    private final Users users;
    private final ApplicationEventPublisher events;
    private final TeamSettings settings;
    private final Clock clock;

    Agents(
            JdbcClient jdbc,
            Users users,
            ApplicationEventPublisher events,
            TeamSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /// {@return all users with the role of an agent who ever opened a desk}
    public List<Agent> all() {
        var agents = users.activeAgents().stream().map(User::id).collect(Collectors.toSet());
        return known().stream().filter(one -> agents.contains(one.id())).toList();
    }

    private List<Agent> known() {
        return jdbc.sql(ALL)
                .param("onlineSince", utc(clock.instant().minus(settings.offlineAfter())))
                .query((row, _) ->
                        new Agent(
                                new UserId(row.getObject("user_id", UUID.class)),
                                Presence.valueOf(row.getString("presence")),
                                row.getBoolean("reachable"),
                                row.getInt("capacity")))
                .list();
    }

    public Presence presenceOf(UserId agent) {
        return jdbc.sql("select presence from agent where user_id = :agent")
                .param("agent", agent.value())
                .query(String.class)
                .optional()
                .map(Presence::valueOf)
                .orElse(Presence.OFFLINE);
    }

    /// Sets the presence that the agent chose.
    ///
    /// @param presence one of [Presence#choices()]
    @Transactional
    public void setPresence(UserId agent, Presence presence) {
        if (!presence.isChosen()) {
            throw new IllegalArgumentException(presence + " cannot be chosen");
        }
        jdbc.sql(PRESENT)
                .param("agent", agent.value())
                .param("presence", presence.name())
                .param("now", utc(clock.instant()))
                .update();
        events.publishEvent(new PresenceChanged(agent));
    }

    /// Marks an agent who does not answer: they get no offers until they change their presence.
    @Transactional
    public void inactive(UserId agent) {
        var changed =
                jdbc.sql(INACTIVE)
                        .param("agent", agent.value())
                        .param("now", utc(clock.instant()))
                        .update();
        if (changed > 0) {
            events.publishEvent(new PresenceChanged(agent));
        }
    }

    /// The agent opened a desk.
    @Transactional
    public void deskOpened(UserId agent) {
        jdbc.sql(ARRIVED).param("agent", agent.value()).param("now", utc(clock.instant())).update();
        events.publishEvent(new PresenceChanged(agent));
    }

    /// The desks of these agents are still open.
    public void heartbeat(Collection<UserId> agents) {
        jdbc.sql(SEEN)
                .param("agents", agents.stream().map(UserId::value).toArray(UUID[]::new))
                .param("now", utc(clock.instant()))
                .update();
    }

    /// The last desk of this agent was closed: they are offline at once, but keep their
    /// conversations for now.
    @Transactional
    public void deskClosed(UserId agent) {
        jdbc.sql(LEFT)
                .param("agent", agent.value())
                .param("before", utc(clock.instant().minus(settings.offlineAfter())))
                .update();
        events.publishEvent(new PresenceChanged(agent));
    }

    /// {@return those who have been offline for too long, or are no longer agents}
    public List<UserId> toRelease() {
        var agents = users.activeAgents().stream().map(User::id).collect(Collectors.toSet());
        var before = clock.instant().minus(settings.releaseAfter());
        return jdbc.sql(LAST_SEEN).query((row, _) -> seenFromRow(row)).list().stream()
                .filter(one -> one.notSince(before) || !agents.contains(one.agent))
                .map(Seen::agent)
                .toList();
    }

    private static Seen seenFromRow(ResultSet row) throws SQLException {
        var at = instantOrNull(row, "seen_at");
        return new Seen(new UserId(row.getObject("user_id", UUID.class)), at);
    }

    private record Seen(UserId agent, @Nullable Instant at) {
        boolean notSince(Instant before) {
            return at == null || !at.isAfter(before);
        }
    }
}
