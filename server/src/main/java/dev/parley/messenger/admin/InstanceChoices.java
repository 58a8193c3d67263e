package dev.parley.messenger.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.Problems;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.FormInput;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;

/// Reads what was chosen for a page, in the wizard and afterwards.
final class InstanceChoices {
    private InstanceChoices() {}

    /// @param usual the language where none was chosen
    static InstanceSettings typed(FormInput typed, Language usual) {
        return new InstanceSettings(
                Language.tagged(typed.text("language")).orElse(usual),
                new InstanceFeatures(
                        typed.yes("messageTag"),
                        typed.yes("customerFiles"),
                        typed.yes("agentFiles")),
                typed.text("filesRefused"));
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
