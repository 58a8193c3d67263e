package dev.parley.workstream.notification;

import dev.parley.platform.language.Language;

/// The label of a button in each language; empty for the usual label.
public record LabelTexts(String english, String chinese) {
    /// The maximum length, in characters.
    public static final int LONGEST = 30;

    public static final LabelTexts USUAL = new LabelTexts("", "");

    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case CHINESE -> chinese;
        };
    }
}
