package dev.parley.workstream;

import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/// What Parley itself says to the customers of an endpoint: the words that an administrator chose,
/// or else the usual ones in the endpoint's language.
@Component
public class AutomatedMessages {
    private final Languages languages;

    AutomatedMessages(Languages languages) {
        this.languages = languages;
    }

    /// {@return what customers are told whose files are not taken}
    public String filesRefused(InstanceSettings settings) {
        return settings.filesRefused().isEmpty()
                ? usualFilesRefused(settings.language())
                : settings.filesRefused();
    }

    /// {@return the same where no administrator chose other words}
    public String usualFilesRefused(Language language) {
        return languages.texts(language, ZoneOffset.UTC).text("notice.filesRefused");
    }
}
