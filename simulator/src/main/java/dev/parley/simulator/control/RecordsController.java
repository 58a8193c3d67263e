package dev.parley.simulator.control;

import dev.parley.simulator.graph.CallLog;
import dev.parley.simulator.world.SentMessage;
import dev.parley.simulator.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The accepted sends and the Graph calls of apps.
@RestController
class RecordsController {
    /// An accepted message of an app.
    record Accepted(
            String mid,
            String page,
            String psid,
            @Nullable String text,
            List<ThreadViews.AttachmentView> attachments,
            @Nullable String metadata,
            @Nullable String messagingType,
            @Nullable String tag,
            long timestamp) {
        static Accepted of(SentMessage sent) {
            var content = sent.message().content();
            return new Accepted(
                    sent.message().mid(),
                    sent.page().id(),
                    sent.psid(),
                    content.text(),
                    content.attachments().stream().map(ThreadViews.AttachmentView::of).toList(),
                    sent.origin().metadata(),
                    sent.origin().messagingType(),
                    sent.origin().tag(),
                    sent.message().timestamp());
        }
    }

    private final World world;
    private final CallLog calls;

    RecordsController(World world, CallLog calls) {
        this.world = world;
        this.calls = calls;
    }

    @GetMapping("/simulator/sends")
    List<Accepted> sends() {
        return world.sends().stream().map(Accepted::of).toList();
    }

    @GetMapping("/simulator/calls")
    List<CallLog.Call> calls() {
        return calls.all();
    }
}
