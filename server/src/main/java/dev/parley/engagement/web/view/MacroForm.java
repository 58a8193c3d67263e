package dev.parley.engagement.web.view;

import dev.parley.engagement.macro.Macro;
import dev.parley.engagement.macro.MacroDraft;
import dev.parley.engagement.macro.MacroSnooze;
import dev.parley.platform.web.FormInput;
import dev.parley.workstream.WorkstreamId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The form of a macro, as typed.
///
/// @param restricted whether it is for some workstreams only
/// @param revision of the macro when the form was opened; 0 for a new one
public record MacroForm(
        String title,
        List<MacroStepForm> steps,
        boolean restricted,
        Set<UUID> workstreams,
        int revision) {
    public MacroForm {
        steps = List.copyOf(steps);
        workstreams = Set.copyOf(workstreams);
    }

    /// {@return the form of a new macro, with one step}
    public static MacroForm empty() {
        return new MacroForm("", List.of(MacroStepForm.empty()), false, Set.of(), 0);
    }

    /// {@return the initial form of this macro}
    public static MacroForm of(Macro macro) {
        var content = macro.content();
        return new MacroForm(
                content.title(),
                content.steps().stream().map(MacroStepForm::of).toList(),
                content.restricted(),
                content.workstreams().stream().map(WorkstreamId::value).collect(Collectors.toSet()),
                macro.revision());
    }

    /// Each step sends all its fields, so that the values of one step are at the same place in the
    /// list of each field.
    public static MacroForm typed(FormInput typed) {
        var steps =
                IntStream.range(0, Math.min(typed.all("kind").size(), MacroDraft.MOST_STEPS + 1))
                        .mapToObj(place -> step(typed, place))
                        .toList();
        return new MacroForm(
                typed.text("title"),
                steps,
                typed.text("scope").equals("some"),
                typed.ids("workstreams"),
                typed.number("revision"));
    }

    private static MacroStepForm step(FormInput typed, int place) {
        return new MacroStepForm(
                MacroStepForm.Kind.named(value(typed, "kind", place)),
                value(typed, "text", place),
                snooze(value(typed, "until", place)),
                value(typed, "code", place),
                value(typed, "closes", place).equals("true"),
                value(typed, "queue", place),
                value(typed, "agent", place),
                value(typed, "tag", place));
    }

    private static String value(FormInput typed, String field, int place) {
        var all = typed.all(field);
        return place < all.size() ? all.get(place) : "";
    }

    private static MacroSnooze snooze(String name) {
        return Arrays.stream(MacroSnooze.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(MacroSnooze.TOMORROW);
    }

    /// {@return the same form, to overwrite a concurrent change}
    public MacroForm over(int otherRevision) {
        return new MacroForm(title, steps, restricted, workstreams, otherRevision);
    }

    /// {@return the values to save}
    public MacroDraft draft() {
        return MacroDraft.typed(
                title,
                steps.stream().map(MacroStepForm::step).toList(),
                restricted,
                workstreams.stream().map(WorkstreamId::new).collect(Collectors.toSet()));
    }
}
