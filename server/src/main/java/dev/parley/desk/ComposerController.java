package dev.parley.desk;

import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Whether the agent may write in an open conversation, as a region that reloads itself.
@Controller
class ComposerController {
    private final Templates templates;
    private final ConversationAccess access;
    private final ComposerReader composer;
    private final Clock clock;

    ComposerController(
            Templates templates, ConversationAccess access, ComposerReader composer, Clock clock) {
        this.templates = templates;
        this.access = access;
        this.composer = composer;
        this.clock = clock;
    }

    @GetMapping("/desk/conversations/{id}/composer-state")
    JteModel composerState(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var w = DeskTexts.of(frame, clock.instant());
        return templates.deskComposerState(w, composer.read(w, access.open(id, me)));
    }
}
