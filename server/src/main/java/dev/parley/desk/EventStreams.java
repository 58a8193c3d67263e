package dev.parley.desk;

import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MentionsChanged;
import dev.parley.conversation.SendFailureChanged;
import dev.parley.conversation.TakenOver;
import dev.parley.identity.SignIns;
import dev.parley.identity.SignedIn;
import dev.parley.identity.SignedOut;
import dev.parley.identity.UserChanged;
import dev.parley.identity.UserId;
import dev.parley.routing.OfferChanged;
import dev.parley.tag.TagsChanged;
import dev.parley.team.Agents;
import dev.parley.team.PresenceChanged;
import dev.parley.workspace.AlertsChanged;
import dev.parley.workspace.DraftChanged;
import dev.parley.workspace.TabsChanged;
import java.util.HashSet;
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
/// The events of a conversation are sent only to users who recently opened it and may read it, so
/// that its timing does not reach anybody else. A stream is closed when its user no longer has
/// access: signed out, deactivated, with other rights, or with an expired session.
@Component
class EventStreams implements SmartLifecycle {
    private static final Set<String> LIST = Set.of("worklist");
    private static final String ALERTS = "alerts";
    private static final Set<String> OWN_LIST = Set.of("worklist", ALERTS);

    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final RecentlyOpened subscriptions = new RecentlyOpened();
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
        subscriptions.add(me.userId(), conversation);
    }

    /// {@return whether this user recently opened this conversation}
    boolean recentlyOpened(SignedIn me, ConversationId conversation) {
        return subscriptions.wasOpened(me.userId(), conversation);
    }

    /// Unsubscribes this user, who may no longer read this conversation.
    void unsubscribe(SignedIn me, ConversationId conversation) {
        subscriptions.revoke(me.userId(), conversation);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(ConversationChanged change) {
        var names = Set.of("conversation-" + change.id().value());
        var subscribers = subscribers(change);
        for (var eventStream : streams) {
            eventStream.send(
                    subscribers.contains(eventStream) ? names : Set.of(),
                    change.listed() ? lists(eventStream, change) : Set.of());
        }
    }

    /// A user is alerted only of messages in their own conversations, and in those in which they
    /// take part.
    private static Set<String> lists(EventStream eventStream, ConversationChanged change) {
        var assignee = change.agent();
        if (eventStream.user().equals(assignee)
                || change.participants().contains(eventStream.user())) {
            return OWN_LIST;
        }
        return concerns(eventStream, assignee) ? LIST : Set.of();
    }

    /// This user read a conversation of theirs, on this page, which shows it already.
    void read(SignedIn me, UUID pageKey) {
        listChanged(Set.of("read-" + pageKey), me.userId());
    }

    /// Only this user's own windows show their drafts.
    @TransactionalEventListener(fallbackExecution = true)
    void on(DraftChanged change) {
        var id = change.key().conversation().value();
        var revision = change.revision() == null ? "" : change.revision();
        var name = Set.of("draft-%s-%s".formatted(id, revision));
        matching(streams, one -> one.user().equals(change.key().user()))
                .forEach(one -> one.send(name, change.listed() ? LIST : Set.of()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(AlertsChanged change) {
        notifyWhere(ALERTS, eventStream -> eventStream.user().equals(change.user()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TabsChanged change) {
        notifyWhere("tabs", eventStream -> eventStream.user().equals(change.user()));
    }

    /// A listed change may give access or end it. A user who lost access is notified once more, so
    /// that their page requests the conversation and shows why; then only when they have access
    /// again.
    private Set<EventStream> subscribers(ConversationChanged change) {
        var id = change.id();
        var recent = matching(streams, one -> subscriptions.wasOpened(one.user(), id));
        var subscribers = matching(recent, one -> subscriptions.isFollowing(one.user(), id));
        if (change.listed()) {
            var readers = readers(recent, change);
            matching(recent, one -> !readers.contains(one))
                    .forEach(one -> subscriptions.revoke(one.user(), id));
            subscribers.addAll(readers);
        }
        return subscribers;
    }

    /// {@return those of these streams whose users may read the conversation now}
    private Set<EventStream> readers(Set<EventStream> recent, ConversationChanged change) {
        var readers = matching(recent, one -> one.seesAll() || one.user().equals(change.agent()));
        if (readers.size() < recent.size()) {
            conversations
                    .byId(change.id())
                    .map(found -> matching(recent, one -> Access.isOpenTo(found, one.user())))
                    .ifPresent(readers::addAll);
        }
        return readers;
    }

    private static Set<EventStream> matching(
            Set<EventStream> some, Predicate<EventStream> condition) {
        return some.stream().filter(condition).collect(Collectors.toCollection(HashSet::new));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(OfferChanged change) {
        notifyWhere("offers", eventStream -> eventStream.user().equals(change.agent()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PresenceChanged change) {
        notifyWhere("presence", eventStream -> eventStream.user().equals(change.agent()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MentionsChanged change) {
        notifyWhere("mentions", eventStream -> eventStream.user().equals(change.user()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TakenOver change) {
        notifyWhere("taken-over", eventStream -> eventStream.user().equals(change.formerAgent()));
    }

    /// Every desk may show a tag.
    @TransactionalEventListener(fallbackExecution = true)
    void on(TagsChanged change) {
        streams.forEach(eventStream -> eventStream.send(Set.of("tags"), LIST));
    }

    /// Only those who opened the conversation, or have it in a list, see who types there.
    @EventListener
    void on(TypingChanged change) {
        var id = change.conversation();
        var name = Set.of("typing-" + id.value());
        var assignee = conversations.byId(id).map(Conversation::agent).orElse(null);
        matching(streams, one -> !one.user().equals(change.user()))
                .forEach(one ->
                        one.send(
                                subscriptions.isFollowing(one.user(), id) ? name : Set.of(),
                                concerns(one, assignee) ? LIST : Set.of()));
    }

    /// Updates the row in the list, and notifies the assigned agent, who may be looking at another
    /// conversation.
    @TransactionalEventListener(fallbackExecution = true)
    void on(SendFailureChanged failure) {
        var assignee = conversations.byId(failure.id()).map(Conversation::agent).orElse(null);
        listChanged(LIST, assignee);
        if (failure.failed()) {
            notifyWhere(
                    "failed-" + failure.id().value(),
                    eventStream -> eventStream.user().equals(assignee));
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
    private static boolean concerns(EventStream eventStream, @Nullable UserId assignee) {
        return assignee == null || eventStream.seesAll() || eventStream.user().equals(assignee);
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
                    subscriptions.forget(eventStream.user());
                }
            }
        }
    }

    private boolean hasStream(UserId user) {
        return streams.stream().anyMatch(eventStream -> eventStream.user().equals(user));
    }

    private void notifyWhere(String name, Predicate<EventStream> to) {
        matching(streams, to).forEach(eventStream -> eventStream.send(Set.of(name), Set.of()));
    }

    private void listChanged(Set<String> names, @Nullable UserId assignee) {
        matching(streams, eventStream -> concerns(eventStream, assignee))
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
