package dev.parley.messenger.doctor;

import dev.parley.platform.language.Texts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/// What was found, as people say it: what is wrong, and how it is mended.
public record FindingTexts(Texts t) {
    /// {@return what was found}
    public String found(String cause, List<String> facts) {
        return t.text("doctor.cause." + cause, arguments(facts));
    }

    /// {@return what is to be done about it}
    public String mend(String cause, List<String> facts) {
        return t.text("doctor.mend." + cause, arguments(facts));
    }

    private static Object[] arguments(List<String> facts) {
        return facts.stream().map(FindingTexts::argument).toArray();
    }

    private static Object argument(String fact) {
        try {
            return fact.endsWith("Z") ? Instant.parse(fact) : fact;
        } catch (DateTimeParseException _) {
            return fact;
        }
    }
}
