package dev.parley.contact.field;

import dev.parley.platform.language.Language;

/// One of the values of a choice.
///
/// @param id stored as the value; empty for one that is not saved yet
/// @param english its name, of 1 to [#LONGEST_NAME] characters
/// @param chinese its name in Chinese, likewise
public record FieldOption(String id, String english, String chinese) {
    public static final int LONGEST_NAME = 60;

    public String name(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case CHINESE -> chinese;
        };
    }
}
