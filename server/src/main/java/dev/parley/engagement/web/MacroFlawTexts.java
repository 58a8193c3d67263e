package dev.parley.engagement.web;

import static java.util.stream.Collectors.joining;

import dev.parley.engagement.Slug;
import dev.parley.engagement.macro.MacroDraft;
import dev.parley.engagement.macro.MacroFlaw;
import dev.parley.engagement.macro.MacroFlaw.StepFlaw;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.Problems;
import java.util.List;

/// Says why a macro cannot be saved, and how to fix it.
final class MacroFlawTexts {
    private MacroFlawTexts() {}

    /// {@return the problems of the form, each at its field, at a step, or at the value of one}
    static Problems problems(Texts t, List<MacroFlaw> flaws) {
        return flaws.stream()
                .map(flaw -> Problems.with(field(flaw), text(t, flaw)))
                .reduce(Problems.NONE, Problems::merge);
    }

    private static String field(MacroFlaw flaw) {
        return switch (flaw) {
            case MacroFlaw.NoTitle _, MacroFlaw.TitleTooLong _, MacroFlaw.TitleTaken _ -> "title";
            case MacroFlaw.NoStep _, MacroFlaw.TooManySteps _ -> "steps";
            case MacroFlaw.OfStep(var place, StepFlaw.NotLast _) -> "step-" + place;
            case MacroFlaw.OfStep(var place, StepFlaw.SecondReply _) -> "step-" + place;
            case MacroFlaw.OfStep(var place, _) -> "step-" + place + "-value";
            case MacroFlaw.NoWorkstream _ -> "workstreams";
            case MacroFlaw.LibraryFull _ -> "";
        };
    }

    private static String text(Texts t, MacroFlaw flaw) {
        return switch (flaw) {
            case MacroFlaw.NoTitle() -> t.text("macro.title.fill");
            case MacroFlaw.TitleTooLong() ->
                    t.text("admin.tooLong", t.text("macro.title"), MacroDraft.LONGEST_TITLE);
            case MacroFlaw.TitleTaken() -> t.text("macro.title.taken");
            case MacroFlaw.NoStep() -> t.text("macro.steps.none");
            case MacroFlaw.TooManySteps() -> t.text("macro.steps.many", MacroDraft.MOST_STEPS);
            case MacroFlaw.NoWorkstream() -> t.text("engagement.canned.workstreams.none");
            case MacroFlaw.LibraryFull(var most) -> t.text("macro.full", most);
            case MacroFlaw.OfStep(_, var ofStep) -> text(t, ofStep);
        };
    }

    private static String text(Texts t, StepFlaw flaw) {
        return switch (flaw) {
            case StepFlaw.NoText() -> t.text("macro.text.fill");
            case StepFlaw.TextTooLong(var longest) ->
                    t.text("admin.tooLong", t.text("macro.text"), longest);
            case StepFlaw.UnknownSlugs(var names) ->
                    t.text(
                            "engagement.canned.slugs.unknown",
                            inBraces(t, names),
                            inBraces(t, Slug.names()));
            case StepFlaw.SecondReply() -> t.text("macro.reply.second");
            case StepFlaw.NotLast() -> t.text("macro.step.notLast");
            case StepFlaw.NoTag() -> t.text("macro.tag.choose");
            case StepFlaw.NoQueue() -> t.text("macro.queue.choose");
            case StepFlaw.NoAgent() -> t.text("macro.agent.choose");
            case StepFlaw.CodeGone() -> t.text("teamwork.disposition.gone");
        };
    }

    private static String inBraces(Texts t, List<String> names) {
        return names.stream().map(name -> "{" + name + "}").collect(joining(t.text("admin.comma")));
    }
}
