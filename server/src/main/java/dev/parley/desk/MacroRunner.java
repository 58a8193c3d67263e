package dev.parley.desk;

import dev.parley.conversation.MessageId;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import dev.parley.engagement.macro.Macro;
import dev.parley.engagement.macro.MacroId;
import dev.parley.engagement.macro.MacroRun;
import dev.parley.engagement.macro.MacroRuns;
import dev.parley.engagement.macro.StepTexts;
import dev.parley.platform.web.PageFrame;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Runs macros. The conditions of all steps are checked before the first is done. If a later one
/// fails nevertheless, what was done stays done, and the same request continues with the step that
/// failed.
@Component
class MacroRunner {
    private final MacroReader macros;
    private final MacroRuns runs;
    private final MacroConditions conditions;
    private final MacroStepRunner steps;
    private final SendGuard guard;

    MacroRunner(
            MacroReader macros,
            MacroRuns runs,
            MacroConditions conditions,
            MacroStepRunner steps,
            SendGuard guard) {
        this.macros = macros;
        this.runs = runs;
        this.conditions = conditions;
        this.steps = steps;
        this.guard = guard;
    }

    Outcome run(PageFrame frame, DeskTexts w, Opened opened, Request request) {
        var before = runs.find(opened.me(), request.key());
        if (before.isPresent()) {
            return goOn(frame, w, opened, before.get(), request.seen());
        }
        var macro = find(opened, request.macro());
        if (macro.isEmpty() || macro.get().revision() != request.revision()) {
            return new Outcome.Refused(
                    frame.text(macro.isEmpty() ? "macro.run.gone" : "macro.run.changed"));
        }
        var refused = refusal(frame, w, opened, macro.get(), request.seen());
        // The same request may have run it meanwhile.
        var run =
                refused.isPresent()
                        ? runs.find(opened.me(), request.key())
                        : Optional.of(start(opened, request, macro.get()));
        return run.map(found -> proceed(frame, w, opened, found)).orElseGet(refused::orElseThrow);
    }

    private MacroRun start(Opened opened, Request request, Macro macro) {
        var conversation = opened.conversation().id().value();
        return runs.start(opened.me(), request.key(), conversation, macro);
    }

    private Optional<Macro> find(Opened opened, MacroId id) {
        return macros.macrosFor(opened).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private Optional<Outcome> refusal(
            PageFrame frame, DeskTexts w, Opened opened, Macro macro, @Nullable MessageId seen) {
        var all = macro.content().steps();
        var here = conditions.in(frame, w, opened);
        var obstacle = here.firstObstacle(all);
        if (obstacle.isPresent()) {
            var place = obstacle.get().place();
            return Optional.of(
                    new Outcome.Refused(
                            frame.text(
                                    "macro.run.impossible",
                                    place + 1,
                                    StepTexts.what(frame.t(), all.get(place), here.targets()),
                                    obstacle.get().reason())));
        }
        return macro.content().replies()
                        && guard.crosses(opened.me(), opened.conversation().id(), seen)
                ? Optional.of(new Outcome.Crosses(frame.text("macro.run.wrote")))
                : Optional.empty();
    }

    // The customer may have written since the run stopped.
    private Outcome goOn(
            PageFrame frame, DeskTexts w, Opened opened, MacroRun run, @Nullable MessageId seen) {
        return run.replies() && guard.crosses(opened.me(), opened.conversation().id(), seen)
                ? new Outcome.Crosses(
                        frame.text(run.done() == 0 ? "macro.run.wrote" : "macro.run.wroteSince"))
                : proceed(frame, w, opened, run);
    }

    private Outcome proceed(PageFrame frame, DeskTexts w, Opened opened, MacroRun run) {
        if (!run.conversation().equals(opened.conversation().id().value())) {
            return new Outcome.Refused(frame.text("macro.run.gone"));
        }
        for (var place = run.done(); place < run.steps().size(); place++) {
            var failure = steps.run(frame, opened, run, place);
            if (failure.isPresent()) {
                var here = conditions.in(frame, w, opened);
                var what = StepTexts.what(frame.t(), run.steps().get(place), here.targets());
                return new Outcome.Stopped(failed(frame, place, what, failure.get()));
            }
        }
        return new Outcome.Done();
    }

    private static String failed(PageFrame frame, int place, String what, String why) {
        return place == 0
                ? frame.text("macro.run.impossible", 1, what, why)
                : frame.text("macro.run.failed", place + 1, what, why);
    }

    /// What an agent asks for.
    ///
    /// @param revision of the macro, as the agent saw it
    /// @param key made by the client, the same when it repeats the request
    /// @param seen the customer's newest message that the agent has seen; null if that does not
    ///   matter
    record Request(MacroId macro, int revision, UUID key, @Nullable MessageId seen) {}

    /// What came of it.
    sealed interface Outcome {
        /// All steps are done.
        record Done() implements Outcome {}

        /// Nothing was done.
        record Refused(String why) implements Outcome {}

        /// Nothing was done now: the customer wrote what the agent has not seen.
        record Crosses(String why) implements Outcome {}

        /// A step failed, and those before it are done.
        record Stopped(String why) implements Outcome {}
    }
}
