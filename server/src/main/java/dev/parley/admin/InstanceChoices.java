package dev.parley.admin;

import dev.parley.admin.view.Problems;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Texts;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.Switches;
import org.springframework.util.MultiValueMap;

/// Reads what was chosen for a page, in the wizard and afterwards.
final class InstanceChoices {
    private InstanceChoices() {}

    /// @param usual the language where none was chosen
    static InstanceSettings typed(MultiValueMap<String, String> typed, Language usual) {
        return new InstanceSettings(
                Language.tagged(Typed.text(typed, "language")).orElse(usual),
                new Switches(
                        Typed.yes(typed, "messageTag"),
                        Typed.yes(typed, "customerFiles"),
                        Typed.yes(typed, "agentFiles")),
                Typed.text(typed, "filesRefused"));
    }

    static Problems problems(Texts t, InstanceSettings settings) {
        return settings.filesRefused().isEmpty()
                ? Problems.NONE
                : new Check(t)
                        .filled(
                                "filesRefused",
                                "admin.setUp.filesRefused",
                                settings.filesRefused(),
                                InstanceSettings.LONGEST_MESSAGE);
    }
}
