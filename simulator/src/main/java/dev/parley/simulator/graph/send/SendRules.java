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

    /// The order in which Meta was seen to look at things; between the last three it is not known.
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

    /// In development mode only people with a role on the app can be written to. Nobody has one.
    private Optional<GraphError> permission(Page page) {
        return faults.hit(Condition.Kind.DEVELOPMENT_MODE, page).map(_ -> GraphErrors.APP_NOT_LIVE);
    }

    private Optional<GraphError> rate(Page page, Send send) {
        var kind = send.isSoundOrFilm() ? RateLimits.Kind.MEDIA : RateLimits.Kind.TEXT;
        return rates.spend(page, kind) ? Optional.empty() : Optional.of(GraphErrors.RATE);
    }

    private Optional<GraphError> routing(Access access, Send send) {
        return recipients
                .find(access.page(), send)
                .filter(person -> routing.heldByAnother(access.page(), person, access.app().id()))
                .map(_ -> GraphErrors.CONTROLLED);
    }

    private Optional<GraphError> window(Page page, Send send) {
        if (send.isPrivateReply()) {
            return recipients.objection(send);
        }
        var approved = faults.hit(Condition.Kind.HUMAN_AGENT_APPROVED, page).isPresent();
        return talk(page, send)
                .flatMap(talk -> ReplyWindow.objection(send, talk, approved, clock.instant()));
    }

    private Optional<GraphError> recipient(Page page, Send send) {
        return talk(page, send)
                .map(talk -> Optional.of(GraphErrors.BLOCKED).filter(_ -> talk.blocked()))
                .orElse(Optional.of(GraphErrors.NOBODY));
    }

    private Optional<ConversationView> talk(Page page, Send send) {
        return recipients.find(page, send).map(person -> world.view(page, person));
    }
}
