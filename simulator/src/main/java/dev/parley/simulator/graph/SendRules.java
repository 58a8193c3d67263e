package dev.parley.simulator.graph;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.SimulatedClock;
import dev.parley.simulator.world.TalkView;
import dev.parley.simulator.world.World;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Why Meta would refuse a send. The token has been checked before: it says which page this is.
@Component
class SendRules {
    private final Directory directory;
    private final World world;
    private final Faults faults;
    private final SimulatedClock clock;

    SendRules(Directory directory, World world, Faults faults, SimulatedClock clock) {
        this.directory = directory;
        this.world = world;
        this.faults = faults;
        this.clock = clock;
    }

    /// The order in which Meta was seen to look at things; between the last two it is not known.
    Optional<GraphError> objection(Page page, Send send) {
        return Stream.<Supplier<Optional<GraphError>>>of(
                        this::permission,
                        () -> Parameters.objection(send),
                        () -> window(page, send),
                        () -> recipient(page, send))
                .flatMap(check -> check.get().stream())
                .findFirst();
    }

    /// In development mode only people with a role on the app can be written to. Nobody has one.
    private Optional<GraphError> permission() {
        return Optional.of(GraphErrors.APP_NOT_LIVE)
                .filter(_ -> faults.switches().developmentMode());
    }

    private Optional<GraphError> window(Page page, Send send) {
        var approved = faults.switches().humanAgentApproved();
        return talk(page, send)
                .flatMap(talk -> ReplyWindow.objection(send, talk, approved, clock.instant()));
    }

    private Optional<GraphError> recipient(Page page, Send send) {
        var talk = talk(page, send);
        if (talk.isEmpty()) {
            return Optional.of(GraphErrors.NOBODY);
        }
        return Optional.of(GraphErrors.BLOCKED).filter(_ -> talk.get().blocked());
    }

    private Optional<TalkView> talk(Page page, Send send) {
        return directory.personKnownTo(page, send.psid()).map(person -> world.view(page, person));
    }
}
