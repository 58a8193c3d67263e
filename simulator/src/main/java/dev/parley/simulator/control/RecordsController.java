package dev.parley.simulator.control;

import dev.parley.simulator.graph.Calls;
import dev.parley.simulator.world.Sent;
import dev.parley.simulator.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the desk did.
@RestController
class RecordsController {
    /// A message that was accepted from the desk.
    record Accepted(
            String mid,
            String page,
            String psid,
            @Nullable String text,
            List<Threads.Enclosed> attachments,
            @Nullable String metadata,
            @Nullable String messagingType,
            @Nullable String tag,
            long timestamp) {
        static Accepted of(Sent sent) {
            var content = sent.message().content();
            return new Accepted(
                    sent.message().mid(),
                    sent.page().id(),
                    sent.psid(),
                    content.text(),
                    content.attachments().stream().map(Threads.Enclosed::of).toList(),
                    sent.origin().metadata(),
                    sent.origin().messagingType(),
                    sent.origin().tag(),
                    sent.message().timestamp());
        }
    }

    private final World world;
    private final Calls calls;

    RecordsController(World world, Calls calls) {
        this.world = world;
        this.calls = calls;
    }

    @GetMapping("/simulator/sends")
    List<Accepted> sends() {
        return world.sends().stream().map(Accepted::of).toList();
    }

    @GetMapping("/simulator/calls")
    List<Calls.Call> calls() {
        return calls.all();
    }
}
