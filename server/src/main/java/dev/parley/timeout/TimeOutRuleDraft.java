package dev.parley.timeout;

import dev.parley.engagement.SlugText;
import dev.parley.platform.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What an administrator decides about a time-out rule.
///
/// @param after how long the silence lasts until it runs, in whole seconds, from [#SHORTEST] to
///   [#LONGEST]
/// @param english the message to the customer, with slugs; empty for none
/// @param chinese likewise, in Chinese
public record TimeOutRuleDraft(
        SilentParty silent, Duration after, TimeOutAction action, String english, String chinese) {
    public static final Duration SHORTEST = Duration.ofMinutes(1);
    public static final Duration LONGEST = Duration.ofDays(30);

    /// The maximum length of a message, in characters.
    public static final int LONGEST_TEXT = 500;

    public TimeOutRuleDraft {
        english = english.strip();
        chinese = chinese.strip();
        if (!isPossible(after)
                || english.length() > LONGEST_TEXT
                || chinese.length() > LONGEST_TEXT
                || (action == TimeOutAction.WRITE_TO_CUSTOMER
                        && english.isEmpty()
                        && chinese.isEmpty())) {
            throw new IllegalArgumentException("Not a valid time-out rule");
        }
    }

    /// {@return whether a rule can wait for this long}
    public static boolean isPossible(Duration after) {
        return after.compareTo(SHORTEST) >= 0 && after.compareTo(LONGEST) <= 0;
    }

    /// {@return what stands in braces in this text without being a slug}
    public static List<String> unknownSlugs(String text) {
        return SlugText.unknownIn(text);
    }

    /// {@return the message in this language, or else in the other one; empty for none}
    public String text(Language language) {
        var texts =
                switch (language) {
                    case ENGLISH -> Stream.of(english, chinese);
                    case CHINESE -> Stream.of(chinese, english);
                };
        return texts.filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
