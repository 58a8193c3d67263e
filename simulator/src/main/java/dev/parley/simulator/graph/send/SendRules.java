package dev.parley.simulator.graph.send;

import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.graph.GraphError;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.RateLimits;
import dev.parley.simulator.world.Access;
import dev.parley.simulator.world.ConversationView;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Routing;
import dev.parley.simulator.world.SimulatedClock;
import dev.parley.simulator.world.World;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Meta's reasons to refuse a send. The token has already been checked and identifies the page.
@Component
class SendRules {
    private final Recipients recipients;
    private final World world;
    private final Faults faults;
    private final RateLimits rates;
    private final Routing routing;
    private final SimulatedClock clock;

    SendRules(
            Recipients recipients,
            World world,
            Faults faults,
            RateLimits rates,
            Routing routing,
            SimulatedClock clock) {
        this.recipients = recipients;
        this.world = world;
        this.faults = faults;
        this.rates = rates;
        this.routing = routing;
        this.clock = clock;
    }

    /// The observed order of Meta's checks; that of the last three is not known.
    Optional<GraphError> objection(Access access, Send send) {
        var page = access.page();
        return Stream.<Supplier<Optional<GraphError>>>of(
                        () -> permission(page),
                        () -> rate(page, send),
                        () -> Parameters.objection(send),
                        () -> routing(access, send),
                        () -> window(page, send),
                        () -> recipient(page, send))
                .flatMap(check -> check.get().stream())
                .findFirst();
    }

    /// In development mode, messages can be sent only to people with a role on the app. Nobody has
    /// one.
    private Optional<GraphError> permission(Page page) {
        return faults.hit(Condition.Kind.DEVELOPMENT_MODE, page).map(_ -> GraphErrors.APP_NOT_LIVE);
    }

    private Optional<GraphError> rate(Page page, Send send) {
        var kind = send.isAudioOrVideo() ? RateLimits.Kind.MEDIA : RateLimits.Kind.TEXT;
        return rates.tryAcquire(page, kind) ? Optional.empty() : Optional.of(GraphErrors.RATE);
    }

    private Optional<GraphError> routing(Access access, Send send) {
        var page = access.page();
        var app = access.app().id();
        return recipients
                .find(page, send)
                .filter(person -> routing.isControlledByAnother(page, person, app))
                .map(_ -> GraphErrors.CONTROLLED);
    }

    private Optional<GraphError> window(Page page, Send send) {
        if (send.isPrivateReply()) {
            return recipients.objection(send);
        }
        var approved = faults.hit(Condition.Kind.HUMAN_AGENT_APPROVED, page).isPresent();
        return thread(page, send)
                .flatMap(thread -> ReplyWindow.objection(send, thread, approved, clock.instant()));
    }

    private Optional<GraphError> recipient(Page page, Send send) {
        return thread(page, send)
                .map(thread -> Optional.of(GraphErrors.BLOCKED).filter(_ -> thread.blocked()))
                .orElse(Optional.of(GraphErrors.NOBODY));
    }

    private Optional<ConversationView> thread(Page page, Send send) {
        return recipients.find(page, send).map(person -> world.view(page, person));
    }
}
