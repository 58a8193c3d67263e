package dev.parley.engagement.macro;

import dev.parley.engagement.SlugText;
import dev.parley.engagement.macro.MacroFlaw.OfStep;
import dev.parley.engagement.macro.MacroFlaw.StepFlaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks the steps of a macro before it is saved.
final class MacroStepChecks {
    private MacroStepChecks() {}

    /// {@return what is wrong, at most one flaw for each step}
    static List<MacroFlaw> flaws(List<MacroStep> steps, StepTargets targets) {
        var flaws = new ArrayList<MacroFlaw>();
        for (var place = 0; place < steps.size(); place++) {
            var step = place;
            flawOf(steps, step, targets).ifPresent(flaw -> flaws.add(new OfStep(step, flaw)));
        }
        return flaws;
    }

    private static Optional<StepFlaw> flawOf(
            List<MacroStep> steps, int place, StepTargets targets) {
        var step = steps.get(place);
        if (step.leaves() && place < steps.size() - 1) {
            return Optional.of(new StepFlaw.NotLast());
        }
        return switch (step) {
            case MacroStep.Reply(var text) ->
                    steps.subList(0, place).stream().anyMatch(MacroStep.Reply.class::isInstance)
                            ? Optional.of(new StepFlaw.SecondReply())
                            : flawOf(text, MacroDraft.LONGEST_REPLY);
            case MacroStep.Note(var text) -> flawOf(text, MacroDraft.LONGEST_NOTE);
            case MacroStep.AddTag(var tag) when targets.tag(tag).isPresent() -> Optional.empty();
            case MacroStep.AddTag _ -> Optional.of(new StepFlaw.NoTag());
            case MacroStep.Snooze _ -> Optional.empty();
            case MacroStep.End(var code, _) when code == null || targets.code(code).isPresent() ->
                    Optional.empty();
            case MacroStep.End _ -> Optional.of(new StepFlaw.CodeGone());
            case MacroStep.ToQueue(var queue) when targets.queue(queue).isPresent() ->
                    Optional.empty();
            case MacroStep.ToQueue _ -> Optional.of(new StepFlaw.NoQueue());
            case MacroStep.ToAgent(var agent) when targets.agent(agent).isPresent() ->
                    Optional.empty();
            case MacroStep.ToAgent _ -> Optional.of(new StepFlaw.NoAgent());
        };
    }

    private static Optional<StepFlaw> flawOf(String text, int longest) {
        if (text.isBlank()) {
            return Optional.of(new StepFlaw.NoText());
        }
        if (text.length() > longest) {
            return Optional.of(new StepFlaw.TextTooLong(longest));
        }
        var unknown = SlugText.unknownIn(text);
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new StepFlaw.UnknownSlugs(unknown));
    }
}
