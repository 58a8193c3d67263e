package dev.parley.platform.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A language that every screen is written in.
public enum Language {
    ENGLISH("en", "English", Locale.UK),
    CHINESE("zh-TW", "繁體中文", Locale.TAIWAN);

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName, Locale locale) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = locale;
    }

    /// The BCP 47 tag, as in `<html lang>`.
    public String tag() {
        return tag;
    }

    /// Its name in the language itself.
    public String ownName() {
        return ownName;
    }

    Locale locale() {
        return locale;
    }

    /// {@return the language with exactly this tag}
    public static Optional<Language> tagged(String tag) {
        return List.of(values()).stream().filter(language -> language.tag.equals(tag)).findAny();
    }

    /// {@return the language for a reader who prefers these, in this order} Traditional Chinese
    /// serves any Chinese reader better than English.
    public static Language preferred(List<Locale> locales) {
        return locales.stream()
                .map(Language::nearest)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(ENGLISH);
    }

    private static Optional<Language> nearest(Locale requested) {
        return switch (requested.getLanguage()) {
            case "zh" -> Optional.of(CHINESE);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }
}
