package dev.parley.messenger.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.AutomatedMessage;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;

/// Reads the settings chosen for a page, in the wizard and afterwards.
final class InstanceChoices {
    private InstanceChoices() {}

    /// {@return the previous settings, updated with the fields of this form}
    static InstanceSettings typed(FormInput typed, InstanceSettings before) {
        var features = before.features();
        return new InstanceSettings(
                Language.tagged(typed.text("language")).orElse(before.language()),
                new InstanceFeatures(
                        chosen(typed, "messageTag", features.extendedWindow()),
                        chosen(typed, "customerFiles", features.customerFiles()),
                        chosen(typed, "agentFiles", features.agentFiles())),
                new AutomatedMessage(
                        chosen(typed, "filesRefusedOn", before.filesRefused().enabled()),
                        typed.has("filesRefused")
                                ? typed.text("filesRefused")
                                : before.filesRefused().text()));
    }

    private static boolean chosen(FormInput typed, String name, boolean before) {
        return typed.has(name) ? typed.flag(name) : before;
    }

    static Problems problems(Texts t, InstanceSettings settings) {
        return settings.filesRefused().text().isEmpty()
                ? Problems.NONE
                : new FormCheck(t)
                        .filled(
                                "filesRefused",
                                "facebook.setUp.filesRefused",
                                settings.filesRefused().text(),
                                AutomatedMessage.LONGEST);
    }
}
