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

/// Tells open desks that something changed, never what. The page then asks for it again, through
/// the same door and the same permissions as on first load. A missed ring costs nothing: a desk
/// asks for everything again whenever it reconnects.
///
/// A conversation rings only where it was lately let in, so that the timing of a conversation
/// reaches nobody who may not read it. A stream ends when its user would not be let in any more:
/// signed out, deactivated, with other rights, or with a session that is over.
@Component
class EventStreams implements SmartLifecycle {
    private final Set<EventStream> bells = ConcurrentHashMap.newKeySet();
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
        bells.add(eventStream);
        eventStream.start();
        agents.arrived(me.userId());
        return emitter;
    }

    /// This user was let into this conversation, and will want to know of its changes.
    void letIn(SignedIn me, ConversationId conversation) {
        watching.add(me.userId(), conversation);
    }

    /// {@return whether this user was lately let into this conversation}
    boolean wasLetIn(SignedIn me, ConversationId conversation) {
        return watching.had(me.userId(), conversation);
    }

    /// This user may not read this conversation any more.
    void keepOut(SignedIn me, ConversationId conversation) {
        watching.refuse(me.userId(), conversation);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(ConversationChanged change) {
        ring("conversation-" + change.id().value(), eventStream -> follows(eventStream, change));
        if (change.listed()) {
            ring("worklist", eventStream -> concerns(eventStream, change.agent()));
        }
    }

    /// Who was kept out while somebody else held it is rung when it changes hands, and asks again.
    private boolean follows(EventStream eventStream, ConversationChanged change) {
        return watching.has(eventStream.user(), change.id())
                || (change.listed() && watching.had(eventStream.user(), change.id()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(OfferChanged change) {
        ring("offers", eventStream -> eventStream.user().equals(change.agent()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PresenceChanged change) {
        ring("presence", eventStream -> eventStream.user().equals(change.agent()));
    }

    /// A row of the list shows it. Whoever holds the conversation may be looking elsewhere.
    @TransactionalEventListener(fallbackExecution = true)
    void on(SendFailureChanged failure) {
        var holder = conversations.byId(failure.id()).map(Conversation::agent).orElse(null);
        ring("worklist", eventStream -> concerns(eventStream, holder));
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

    /// What nobody holds concerns everyone.
    private static boolean concerns(EventStream eventStream, @Nullable UserId holder) {
        return holder == null || eventStream.seesAll() || eventStream.user().equals(holder);
    }

    /// Proxies drop silent connections, pages watch for silent ones, and agents without a desk must
    /// not be offered work.
    @Scheduled(fixedRateString = "PT10S")
    void beat() {
        bells.forEach(EventStream::beat);
        check(_ -> true);
        var users = bells.stream().map(EventStream::user).collect(Collectors.toSet());
        if (!users.isEmpty()) {
            agents.seen(users);
        }
    }

    /// Ends the streams of those who would not be let in now. The page asks again, and learns why.
    private void check(Predicate<EventStream> which) {
        for (var eventStream : bells) {
            if (which.test(eventStream) && !eventStream.mayGoOn(signIns)) {
                eventStream.close();
                if (!isHeard(eventStream.user())) {
                    watching.forget(eventStream.user());
                }
            }
        }
    }

    private boolean isHeard(UserId user) {
        return bells.stream().anyMatch(eventStream -> eventStream.user().equals(user));
    }

    private void ring(String name, Predicate<EventStream> where) {
        bells.stream().filter(where).forEach(eventStream -> eventStream.ring(name));
    }

    private void closed(EventStream eventStream) {
        var last = bells.remove(eventStream) && !isHeard(eventStream.user());
        if (last && running) {
            agents.left(eventStream.user());
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /// Lets go of every desk first, or the web server would wait for streams that never end.
    @Override
    public void stop() {
        running = false;
        bells.forEach(EventStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
