package dev.parley.desk;

import dev.parley.conversation.Access;
import dev.parley.conversation.MessageId;
import dev.parley.desk.MacroRunner.Outcome;
import dev.parley.desk.MacroRunner.Request;
import dev.parley.desk.view.DeskTexts;
import dev.parley.engagement.macro.MacroId;
import dev.parley.engagement.macro.MacroRun;
import dev.parley.engagement.macro.MacroRuns;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The macros of an agent in a conversation.
@Controller
class MacroController {
    private final ConversationAccess access;
    private final MacroReader reader;
    private final MacroRunner runner;
    private final MacroRuns runs;
    private final Templates templates;
    private final Clock clock;

    MacroController(
            ConversationAccess access,
            MacroReader reader,
            MacroRunner runner,
            MacroRuns runs,
            Templates templates,
            Clock clock) {
        this.access = access;
        this.reader = reader;
        this.runner = runner;
        this.runs = runs;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/desk/conversations/{id}/macros")
    JteModel list(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        Access.mustAct(me);
        var w = DeskTexts.of(frame, clock.instant());
        return templates.deskMacroChoices(w, reader.read(frame, w, access.open(id, me)));
    }

    /// Answers 204 when all steps are done, 412 when the agent has to see a message first, 422 when
    /// nothing was done, and 409 when some steps are done. The same request continues a run that
    /// stopped; one that is complete is not looked at again.
    ///
    /// @param revision of the macro, as the agent saw it
    /// @param seen the newest message of the customer that the agent has seen
    @PostMapping("/desk/conversations/{id}/macros/{macro}")
    ResponseEntity<String> run(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID macro,
            @RequestParam int revision,
            @RequestParam UUID key,
            @RequestParam(required = false) @Nullable UUID seen) {
        Access.mustAct(me);
        if (runs.find(me, key).filter(MacroRun::complete).isPresent()) {
            return ResponseEntity.noContent().build();
        }
        var request =
                new Request(
                        new MacroId(macro),
                        revision,
                        key,
                        seen == null ? null : new MessageId(seen));
        var w = DeskTexts.of(frame, clock.instant());
        return switch (runner.run(frame, w, access.open(id, me), request)) {
            case Outcome.Done() -> ResponseEntity.noContent().build();
            case Outcome.Crosses(var why) -> TextResponse.of(412, why);
            case Outcome.Refused(var why) -> TextResponse.of(422, why);
            case Outcome.Stopped(var why) -> TextResponse.of(409, why);
        };
    }
}
