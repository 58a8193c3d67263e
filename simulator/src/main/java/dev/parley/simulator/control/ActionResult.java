package dev.parley.simulator.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.simulator.world.ConversationView;
import dev.parley.simulator.world.Message;
import org.jspecify.annotations.Nullable;

/// The result of a person's action.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActionResult(@Nullable String mid, long timestamp, String psid) {
    static ActionResult with(Message message, String psid) {
        return new ActionResult(message.mid(), message.timestamp(), psid);
    }

    static ActionResult about(String mid, long at, ConversationView thread) {
        return new ActionResult(mid, at, thread.psid());
    }
}
