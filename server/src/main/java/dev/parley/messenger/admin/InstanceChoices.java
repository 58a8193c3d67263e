package dev.parley.messenger.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.FormInput;
import dev.parley.admin.kit.Problems;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Texts;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;
import org.springframework.util.MultiValueMap;

/// Reads what was chosen for a page, in the wizard and afterwards.
final class InstanceChoices {
    private InstanceChoices() {}

    /// @param usual the language where none was chosen
    static InstanceSettings typed(MultiValueMap<String, String> typed, Language usual) {
        return new InstanceSettings(
                Language.tagged(FormInput.text(typed, "language")).orElse(usual),
                new InstanceFeatures(
                        FormInput.yes(typed, "messageTag"),
                        FormInput.yes(typed, "customerFiles"),
                        FormInput.yes(typed, "agentFiles")),
                FormInput.text(typed, "filesRefused"));
    }

    static Problems problems(Texts t, InstanceSettings settings) {
        return settings.filesRefused().isEmpty()
                ? Problems.NONE
                : new FormCheck(t)
                        .filled(
                                "filesRefused",
                                "facebook.setUp.filesRefused",
                                settings.filesRefused(),
                                InstanceSettings.LONGEST_MESSAGE);
    }
}
