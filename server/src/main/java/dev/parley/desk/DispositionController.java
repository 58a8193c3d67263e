package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Dispositions;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import dev.parley.workstream.DispositionCodeId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Chooses the disposition code of a conversation in wrap-up.
@Controller
class DispositionController {
    private final Dispositions dispositions;

    DispositionController(Dispositions dispositions) {
        this.dispositions = dispositions;
    }

    /// @param code missing to remove it
    @PostMapping("/desk/conversations/{id}/disposition")
    ResponseEntity<String> choose(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID code) {
        var chosen = code == null ? null : new DispositionCodeId(code);
        return dispositions.choose(me, new ConversationId(id), chosen)
                ? ResponseEntity.noContent().build()
                : TextResponse.of(422, frame.text("teamwork.disposition.gone"));
    }
}
