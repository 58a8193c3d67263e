package dev.parley.admin;

import dev.parley.admin.view.Problems;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import dev.parley.platform.language.Texts;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.Switches;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Reads what was chosen for a page, in the wizard and afterwards.
@Component
class InstanceWords {
    private final Languages languages;

    InstanceWords(Languages languages) {
        this.languages = languages;
    }

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

    /// {@return what customers are told whose files are not taken, unless somebody words it}
    String filesRefused(Language language) {
        return languages.texts(language, ZoneOffset.UTC).text("notice.filesRefused");
    }
}
