package dev.parley.privacy;

import dev.parley.identity.UserId;
import dev.parley.platform.language.Language;
import java.time.Instant;
import java.util.UUID;

/// The notice to agents that their work is monitored. A changed one is a new one, with the next
/// number.
///
/// @param english empty if there is no notice
/// @param chinese empty if there is no notice
public record MonitoringNotice(
        UUID id,
        int number,
        String english,
        String chinese,
        Instant publishedAt,
        UserId publishedBy) {
    /// The maximum length of each text, in characters.
    public static final int LONGEST = 5_000;

    /// {@return whether agents have to acknowledge it}
    public boolean isInForce() {
        return !english.isEmpty();
    }

    public String textIn(Language language) {
        return language == Language.CHINESE ? chinese : english;
    }
}
