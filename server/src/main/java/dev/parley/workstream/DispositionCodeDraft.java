package dev.parley.workstream;

import dev.parley.platform.language.Language;

/// What an administrator enters about a disposition code.
///
/// @param english its name, of 1 to 60 characters, unique, ignoring case
/// @param chinese its name in Chinese, likewise
/// @param position its place among the others, 1 to 99
/// @param active whether agents can choose it
public record DispositionCodeDraft(String english, String chinese, int position, boolean active) {
    public static final int LONGEST_NAME = 60;
    public static final int LAST_POSITION = 99;

    /// {@return its name in this language}
    public String name(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case CHINESE -> chinese;
        };
    }
}
