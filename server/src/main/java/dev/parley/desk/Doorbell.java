package dev.parley.desk;

import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationId;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open desks that something changed, never what. The page then asks for it again, through
/// the same door and the same permissions as on first load. A missed ring costs nothing: a desk
/// asks for everything again whenever it reconnects.
///
/// A conversation rings only where it was lately let in, so that the timing of a conversation
/// reaches nobody who may not read it.
@Component
class Doorbell implements SmartLifecycle {
    private final Set<Bell> bells = ConcurrentHashMap.newKeySet();
    private final Watching watching = new Watching();
    private final Agents agents;
    private volatile boolean running;

    Doorbell(Agents agents) {
        this.agents = agents;
    }

    /// Opens the stream of one desk.
    SseEmitter open(SignedIn me) {
        var emitter = new SseEmitter(0L);
        var bell =
                new Bell(
                        me.userId(),
                        me.is(Role.SUPERVISOR) || me.is(Role.ADMINISTRATOR),
                        emitter,
                        this::closed);
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

    /// This user may not read this conversation any more.
    void keepOut(SignedIn me, ConversationId conversation) {
        watching.remove(me.userId(), conversation);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(ConversationChanged change) {
        ring("conversation-" + change.id().value(), bell -> watching.has(bell.user(), change.id()));
        if (change.listed()) {
            ring("worklist", bell -> concerns(bell, change.agent()));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(OfferChanged change) {
        ring("offers", bell -> bell.user().equals(change.agent()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PresenceChanged change) {
        ring("presence", bell -> bell.user().equals(change.agent()));
    }

    /// What nobody holds concerns everyone.
    private static boolean concerns(Bell bell, @Nullable UserId holder) {
        return holder == null || bell.seesAll() || bell.user().equals(holder);
    }

    /// Proxies drop silent connections, and agents without a desk must not be offered work.
    @Scheduled(fixedRateString = "PT15S")
    void breathe() {
        bells.forEach(Bell::breathe);
        var users = bells.stream().map(Bell::user).collect(Collectors.toSet());
        if (!users.isEmpty()) {
            agents.seen(users);
        }
    }

    private void ring(String name, Predicate<Bell> where) {
        bells.stream().filter(where).forEach(bell -> bell.ring(name));
    }

    private void closed(Bell bell) {
        var last =
                bells.remove(bell)
                        && bells.stream().noneMatch(other -> other.user().equals(bell.user()));
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
