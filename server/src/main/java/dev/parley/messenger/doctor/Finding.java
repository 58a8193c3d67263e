package dev.parley.messenger.doctor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found about one topic.
///
/// @param cause a stable code, for the texts that explain the problem and its fix
/// @param facts the arguments of these texts, in order; instants as ISO texts
/// @param detail in Meta's own words; null if there are none
public record Finding(
        Topic topic,
        CheckVerdict verdict,
        String cause,
        List<String> facts,
        @Nullable String detail) {
    public Finding {
        facts = List.copyOf(facts);
    }

    static Finding of(Topic topic, CheckVerdict verdict, String cause, Object... facts) {
        return new Finding(topic, verdict, cause, texts(facts), null);
    }

    Finding withDetail(@Nullable String words) {
        return new Finding(topic, verdict, cause, facts, words);
    }

    private static List<String> texts(Object... facts) {
        return List.of(facts).stream().map(Object::toString).toList();
    }
}
