package dev.parley.simulator.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.simulator.world.Message;
import dev.parley.simulator.world.TalkView;
import org.jspecify.annotations.Nullable;

/// What became of an act.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Done(@Nullable String mid, long timestamp, String psid) {
    static Done with(Message message, String psid) {
        return new Done(message.mid(), message.timestamp(), psid);
    }

    static Done about(String mid, long at, TalkView talk) {
        return new Done(mid, at, talk.psid());
    }
}
