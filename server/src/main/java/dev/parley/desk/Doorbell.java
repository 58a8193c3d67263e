package dev.parley.desk;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.TroubleChanged;
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
class Doorbell implements SmartLifecycle {
    private final Set<Bell> bells = ConcurrentHashMap.newKeySet();
    private final Watching watching = new Watching();
    private final Agents agents;
    private final SignIns signIns;
    private final Conversations conversations;
    private volatile boolean running;

    Doorbell(Agents agents, SignIns signIns, Conversations conversations) {
        this.agents = agents;
        this.signIns = signIns;
        this.conversations = conversations;
    }

    /// Opens the stream of one desk.
    ///
    /// @param session the id of the browser's session
    SseEmitter open(SignedIn me, String session) {
        var emitter = new SseEmitter(0L);
        var bell = new Bell(me, session, emitter, this::closed);
        emitter.onCompletion(bell::close);
        emitter.onError(_ -> bell.close());
        bells.add(bell);
        bell.start();
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
        ring("conversation-" + change.id().value(), bell -> follows(bell, change));
        if (change.listed()) {
            ring("worklist", bell -> concerns(bell, change.agent()));
        }
    }

    /// Who was kept out while somebody else held it is rung when it changes hands, and asks again.
    private boolean follows(Bell bell, ConversationChanged change) {
        return watching.has(bell.user(), change.id())
                || (change.listed() && watching.had(bell.user(), change.id()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(OfferChanged change) {
        ring("offers", bell -> bell.user().equals(change.agent()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PresenceChanged change) {
        ring("presence", bell -> bell.user().equals(change.agent()));
    }

    /// A row of the list shows it. Whoever holds the conversation may be looking elsewhere.
    @TransactionalEventListener(fallbackExecution = true)
    void on(TroubleChanged trouble) {
        var holder = conversations.byId(trouble.id()).map(Conversation::agent).orElse(null);
        ring("worklist", bell -> concerns(bell, holder));
        if (trouble.failed()) {
            ring("failed-" + trouble.id().value(), bell -> bell.user().equals(holder));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(UserChanged change) {
        check(bell -> bell.user().equals(change.id()));
    }

    @EventListener
    void on(SignedOut out) {
        check(bell -> bell.user().equals(out.id()));
    }

    /// What nobody holds concerns everyone.
    private static boolean concerns(Bell bell, @Nullable UserId holder) {
        return holder == null || bell.seesAll() || bell.user().equals(holder);
    }

    /// Proxies drop silent connections, pages watch for silent ones, and agents without a desk must
    /// not be offered work.
    @Scheduled(fixedRateString = "PT10S")
    void beat() {
        bells.forEach(Bell::beat);
        check(_ -> true);
        var users = bells.stream().map(Bell::user).collect(Collectors.toSet());
        if (!users.isEmpty()) {
            agents.seen(users);
        }
    }

    /// Ends the streams of those who would not be let in now. The page asks again, and learns why.
    private void check(Predicate<Bell> which) {
        for (var bell : bells) {
            if (which.test(bell) && !bell.mayGoOn(signIns)) {
                bell.close();
                if (!isHeard(bell.user())) {
                    watching.forget(bell.user());
                }
            }
        }
    }

    private boolean isHeard(UserId user) {
        return bells.stream().anyMatch(bell -> bell.user().equals(user));
    }

    private void ring(String name, Predicate<Bell> where) {
        bells.stream().filter(where).forEach(bell -> bell.ring(name));
    }

    private void closed(Bell bell) {
        var last = bells.remove(bell) && !isHeard(bell.user());
        if (last && running) {
            agents.left(bell.user());
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
        bells.forEach(Bell::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
