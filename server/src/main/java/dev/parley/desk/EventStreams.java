package dev.parley.desk;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.SendFailureChanged;
import dev.parley.identity.SignIns;
import dev.parley.identity.SignedIn;
import dev.parley.identity.SignedOut;
import dev.parley.identity.UserChanged;
import dev.parley.identity.UserId;
import dev.parley.routing.OfferChanged;
import dev.parley.team.Agents;
import dev.parley.team.PresenceChanged;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Notifies open desks that something changed, never what: each browser once a second at most for
/// its lists, and at once for everything else. The page then asks what is different, with the same
/// permissions as on first load. A missed event does no harm: a desk asks for everything whenever
/// it reconnects.
///
/// The events of a conversation are sent only to users who recently opened it, so that its timing
/// does not reach users who may not read it. A stream is closed when its user no longer has access:
/// signed out, deactivated, with other rights, or with an expired session.
@Component
class EventStreams implements SmartLifecycle {
    private static final Set<String> LIST = Set.of("worklist");

    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final RecentlyOpened watching = new RecentlyOpened();
    private final Agents agents;
    private final SignIns signIns;
    private final Conversations conversations;
    private volatile boolean running;

    EventStreams(Agents agents, SignIns signIns, Conversations conversations) {
        this.agents = agents;
        this.signIns = signIns;
        this.conversations = conversations;
    }

    /// Opens the stream of one desk.
    ///
    /// @param session the id of the browser's session
    SseEmitter open(SignedIn me, String session) {
        var emitter = new SseEmitter(0L);
        var eventStream = new EventStream(me, session, emitter, this::closed);
        emitter.onCompletion(eventStream::close);
        emitter.onError(_ -> eventStream.close());
        streams.add(eventStream);
        eventStream.start();
        agents.deskOpened(me.userId());
        return emitter;
    }

    /// Subscribes this user, who opened this conversation, to its changes.
    void subscribe(SignedIn me, ConversationId conversation) {
        watching.add(me.userId(), conversation);
    }

    /// {@return whether this user recently opened this conversation}
    boolean recentlyOpened(SignedIn me, ConversationId conversation) {
        return watching.wasOpened(me.userId(), conversation);
    }

    /// Unsubscribes this user, who may no longer read this conversation.
    void unsubscribe(SignedIn me, ConversationId conversation) {
        watching.revoke(me.userId(), conversation);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(ConversationChanged change) {
        var conversation = Set.of("conversation-" + change.id().value());
        for (var eventStream : streams) {
            eventStream.send(
                    follows(eventStream, change) ? conversation : Set.of(),
                    change.listed() && concerns(eventStream, change.agent()) ? LIST : Set.of());
        }
    }

    /// This user read a conversation of theirs, on this page, which shows it already.
    void read(SignedIn me, UUID page) {
        listChanged(Set.of("read-" + page), me.userId());
    }

    /// A user who lost access to a conversation is notified when its assignment changes, and
    /// requests it again.
    private boolean follows(EventStream eventStream, ConversationChanged change) {
        return watching.isFollowing(eventStream.user(), change.id())
                || (change.listed() && watching.wasOpened(eventStream.user(), change.id()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(OfferChanged change) {
        ring("offers", eventStream -> eventStream.user().equals(change.agent()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PresenceChanged change) {
        ring("presence", eventStream -> eventStream.user().equals(change.agent()));
    }

    /// Updates the row in the list, and notifies the assigned agent, who may be looking at another
    /// conversation.
    @TransactionalEventListener(fallbackExecution = true)
    void on(SendFailureChanged failure) {
        var holder = conversations.byId(failure.id()).map(Conversation::agent).orElse(null);
        listChanged(LIST, holder);
        if (failure.failed()) {
            ring(
                    "failed-" + failure.id().value(),
                    eventStream -> eventStream.user().equals(holder));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(UserChanged change) {
        check(eventStream -> eventStream.user().equals(change.id()));
    }

    @EventListener
    void on(SignedOut out) {
        check(eventStream -> eventStream.user().equals(out.id()));
    }

    /// An unassigned conversation concerns all agents.
    private static boolean concerns(EventStream eventStream, @Nullable UserId holder) {
        return holder == null || eventStream.seesAll() || eventStream.user().equals(holder);
    }

    /// Proxies drop silent connections, pages watch for silent ones, and agents without a desk must
    /// not be offered work.
    @Scheduled(fixedRateString = "PT10S")
    void heartbeat() {
        streams.forEach(EventStream::heartbeat);
        check(_ -> true);
        var users = streams.stream().map(EventStream::user).collect(Collectors.toSet());
        if (!users.isEmpty()) {
            agents.heartbeat(users);
        }
    }

    /// Closes the streams of users who no longer have access. The page then sends a request, whose
    /// answer shows the reason.
    private void check(Predicate<EventStream> which) {
        for (var eventStream : streams) {
            if (which.test(eventStream) && !eventStream.isStillAllowed(signIns)) {
                eventStream.close();
                if (!hasStream(eventStream.user())) {
                    watching.forget(eventStream.user());
                }
            }
        }
    }

    private boolean hasStream(UserId user) {
        return streams.stream().anyMatch(eventStream -> eventStream.user().equals(user));
    }

    private void ring(String name, Predicate<EventStream> where) {
        streams.stream()
                .filter(where)
                .forEach(eventStream -> eventStream.send(Set.of(name), Set.of()));
    }

    private void listChanged(Set<String> names, @Nullable UserId holder) {
        streams.stream()
                .filter(eventStream -> concerns(eventStream, holder))
                .forEach(eventStream -> eventStream.send(Set.of(), names));
    }

    private void closed(EventStream eventStream) {
        var last = streams.remove(eventStream) && !hasStream(eventStream.user());
        if (last && running) {
            agents.deskClosed(eventStream.user());
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /// Closes all streams first, or the web server would wait for streams that never end.
    @Override
    public void stop() {
        running = false;
        streams.forEach(EventStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
