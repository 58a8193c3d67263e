package dev.parley.engagement.macro;

import dev.parley.identity.User;
import dev.parley.platform.language.Keys;
import dev.parley.platform.language.Texts;
import dev.parley.tag.Tag;
import dev.parley.team.Queue;
import java.util.Optional;

/// What the steps of macros do, in words.
public final class StepTexts {
    private StepTexts() {}

    /// {@return what the step does, in a few words, such as *Transfer to Returns*}
    public static String what(Texts t, MacroStep step, StepTargets targets) {
        return switch (step) {
            case MacroStep.Reply _ -> t.text("macro.step.reply");
            case MacroStep.Note _ -> t.text("macro.step.note");
            case MacroStep.AddTag(var tag) ->
                    t.text(
                            "macro.step.tag",
                            targets.tag(tag)
                                    .map(Tag::name)
                                    .orElseGet(() -> t.text("macro.step.tagGone")));
            case MacroStep.Snooze(var until) ->
                    t.text("macro.step.snooze", t.text(snoozeKey(until)));
            case MacroStep.End end -> end(t, end, targets);
            case MacroStep.ToQueue(var queue) ->
                    t.text(
                            "macro.step.to",
                            targets.queue(queue)
                                    .map(found -> name(t, found))
                                    .orElseGet(() -> t.text("macro.step.queueGone")));
            case MacroStep.ToAgent(var agent) ->
                    t.text(
                            "macro.step.to",
                            targets.agent(agent)
                                    .map(User::displayName)
                                    .orElseGet(() -> t.text("macro.step.agentGone")));
        };
    }

    /// {@return the text that the step writes, with its slugs; empty if it writes none}
    public static Optional<String> text(MacroStep step) {
        return switch (step) {
            case MacroStep.Reply(var text) -> Optional.of(text);
            case MacroStep.Note(var text) -> Optional.of(text);
            case MacroStep.AddTag _,
                    MacroStep.Snooze _,
                    MacroStep.End _,
                    MacroStep.ToQueue _,
                    MacroStep.ToAgent _ ->
                    Optional.empty();
        };
    }

    /// {@return the key of the name of this time}
    public static String snoozeKey(MacroSnooze until) {
        return "macro.snooze." + Keys.word(until.name());
    }

    /// {@return the name of a queue; the default one has a name in each language}
    public static String name(Texts t, Queue queue) {
        return queue.isDefault() ? t.text("macro.queue.default") : queue.name();
    }

    private static String end(Texts t, MacroStep.End end, StepTargets targets) {
        var what = t.text(end.closes() ? "macro.step.endAndClose" : "macro.step.end");
        var code = end.code();
        return code == null
                ? what
                : t.text(
                        "macro.step.as",
                        what,
                        targets.code(code)
                                .map(found -> found.content().name(t.language()))
                                .orElseGet(() -> t.text("macro.step.codeGone")));
    }
}
