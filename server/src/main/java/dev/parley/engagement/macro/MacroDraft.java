package dev.parley.engagement.macro;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.parley.platform.StorableText;
import dev.parley.workstream.WorkstreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The content of a macro, as far as a user defines it.
///
/// @param steps in the order in which they are done
/// @param restricted whether it is for conversations of `workstreams` only; otherwise for all
public record MacroDraft(
        String title, List<MacroStep> steps, boolean restricted, Set<WorkstreamId> workstreams) {
    public static final int LONGEST_TITLE = 100;
    public static final int MOST_STEPS = 10;

    /// Of no particular channel, as the text of a canned answer.
    public static final int LONGEST_REPLY = 5_000;

    public static final int LONGEST_NOTE = 1_000;

    public MacroDraft {
        steps = List.copyOf(steps);
        workstreams = Set.copyOf(workstreams);
    }

    /// {@return the content that was typed}
    public static MacroDraft typed(
            String title,
            List<MacroStep> steps,
            boolean restricted,
            Set<WorkstreamId> workstreams) {
        return new MacroDraft(
                StorableText.clean(title.strip()),
                steps,
                restricted,
                restricted ? workstreams : Set.of());
    }

    /// {@return whether it writes to the customer}
    public boolean replies() {
        return steps.stream().anyMatch(MacroStep.Reply.class::isInstance);
    }

    /// {@return the reasons why it cannot be saved; none if it can}
    List<MacroFlaw> flaws(StepTargets targets) {
        var flaws = new ArrayList<MacroFlaw>();
        if (title.isEmpty()) {
            flaws.add(new MacroFlaw.NoTitle());
        } else if (title.length() > LONGEST_TITLE) {
            flaws.add(new MacroFlaw.TitleTooLong());
        }
        if (steps.isEmpty()) {
            flaws.add(new MacroFlaw.NoStep());
        } else if (steps.size() > MOST_STEPS) {
            flaws.add(new MacroFlaw.TooManySteps());
        } else {
            flaws.addAll(MacroStepChecks.flaws(steps, targets));
        }
        if (restricted && workstreams.isEmpty()) {
            flaws.add(new MacroFlaw.NoWorkstream());
        }
        return flaws;
    }

    /// {@return the same content for all workstreams, as personal macros are}
    MacroDraft unrestricted() {
        return new MacroDraft(title, steps, false, Set.of());
    }

    /// {@return it without the workstreams that do not exist}
    MacroDraft within(Set<WorkstreamId> existing) {
        var known = workstreams.stream().filter(existing::contains).collect(toUnmodifiableSet());
        return new MacroDraft(title, steps, restricted, known);
    }
}
