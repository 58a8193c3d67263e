package dev.parley.engagement.web.view;

import dev.parley.engagement.macro.MacroSnooze;
import dev.parley.engagement.macro.MacroStep;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.platform.StorableText;
import dev.parley.tag.TagId;
import dev.parley.team.QueueId;
import dev.parley.workstream.DispositionCodeId;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

/// The fields of one step of a macro, as typed. A step has the fields of all kinds, so that what
/// was entered is still there when another kind was chosen by mistake.
///
/// @param text of a reply or note
/// @param code the id of a disposition code; empty for none
/// @param closes whether ending closes the conversation too
/// @param queue the id of a queue; empty for none
/// @param agent the id of an agent; empty for none
/// @param tag the id of a tag; empty for none
public record MacroStepForm(
        Kind kind,
        String text,
        MacroSnooze until,
        String code,
        boolean closes,
        String queue,
        String agent,
        String tag) {
    private static final Pattern LINE_END = Pattern.compile("\\R");

    /// What a step can do, in the order in which it is offered.
    public enum Kind {
        REPLY,
        NOTE,
        TAG,
        SNOOZE,
        END,
        QUEUE,
        AGENT;

        static Kind named(String name) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(REPLY);
        }
    }

    /// {@return the fields of a new step}
    public static MacroStepForm empty() {
        return of(Kind.REPLY, "");
    }

    private static MacroStepForm of(Kind kind, String text) {
        return new MacroStepForm(kind, text, MacroSnooze.TOMORROW, "", false, "", "", "");
    }

    /// {@return the fields of this step}
    static MacroStepForm of(MacroStep step) {
        return switch (step) {
            case MacroStep.Reply(var text) -> of(Kind.REPLY, text);
            case MacroStep.Note(var text) -> of(Kind.NOTE, text);
            case MacroStep.Snooze(var until) ->
                    new MacroStepForm(Kind.SNOOZE, "", until, "", false, "", "", "");
            case MacroStep.End(var code, var closes) ->
                    new MacroStepForm(
                            Kind.END,
                            "",
                            MacroSnooze.TOMORROW,
                            code == null ? "" : code.toString(),
                            closes,
                            "",
                            "",
                            "");
            case MacroStep.ToQueue(var queue) ->
                    new MacroStepForm(
                            Kind.QUEUE,
                            "",
                            MacroSnooze.TOMORROW,
                            "",
                            false,
                            queue.toString(),
                            "",
                            "");
            case MacroStep.ToAgent(var agent) ->
                    new MacroStepForm(
                            Kind.AGENT,
                            "",
                            MacroSnooze.TOMORROW,
                            "",
                            false,
                            "",
                            agent.toString(),
                            "");
            case MacroStep.AddTag(var tag) ->
                    new MacroStepForm(
                            Kind.TAG, "", MacroSnooze.TOMORROW, "", false, "", "", tag.toString());
        };
    }

    /// {@return the step to save}
    MacroStep step() {
        var words = StorableText.clean(LINE_END.matcher(text.strip()).replaceAll("\n"));
        return switch (kind) {
            case REPLY -> new MacroStep.Reply(words);
            case NOTE -> new MacroStep.Note(words);
            case TAG -> new MacroStep.AddTag(new TagId(id(tag)));
            case SNOOZE -> new MacroStep.Snooze(until);
            case END ->
                    new MacroStep.End(
                            code.isEmpty() ? null : new DispositionCodeId(id(code)), closes);
            case QUEUE -> new MacroStep.ToQueue(new QueueId(id(queue)));
            case AGENT -> new MacroStep.ToAgent(new UserId(id(agent)));
        };
    }

    private static UUID id(String typed) {
        return Ids.read(typed).orElse(MacroStep.NOTHING);
    }
}
