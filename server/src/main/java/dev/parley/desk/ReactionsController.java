package dev.parley.desk;

import dev.parley.channel.Reaction;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Replies.Writer;
import dev.parley.identity.SignedIn;
import dev.parley.outbox.Reactions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The agents' reactions to customers' messages.
@Controller
class ReactionsController {
    private final Reactions reactions;

    ReactionsController(Reactions reactions) {
        this.reactions = reactions;
    }

    /// @param reaction omitted to remove the current one
    @PostMapping("/desk/messages/{id}/reaction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void react(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Reaction reaction) {
        reactions.react(new MessageId(id), reaction, Writer.atDesk(me));
    }
}
