package dev.parley.engagement.web.view;

import dev.parley.admin.kit.SelectOption;
import java.util.List;

/// What can be chosen in the steps of a macro, by id and name.
///
/// @param codes disposition codes
/// @param slugs the names of all slugs
public record MacroChoices(
        List<SelectOption> codes,
        List<SelectOption> queues,
        List<SelectOption> agents,
        List<SelectOption> tags,
        List<String> slugs) {
    public MacroChoices {
        codes = List.copyOf(codes);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
        tags = List.copyOf(tags);
        slugs = List.copyOf(slugs);
    }

    /// {@return whether the step has a code that can no longer be chosen}
    public boolean codeGone(MacroStepForm step) {
        return !step.code().isEmpty()
                && codes.stream().noneMatch(one -> one.value().equals(step.code()));
    }
}
