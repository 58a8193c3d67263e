package dev.parley.messenger.doctor;

import dev.parley.platform.language.Texts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/// The texts of a finding: what is wrong, and how to fix it.
public record FindingTexts(Texts t) {
    /// {@return what was found}
    public String found(String cause, List<String> facts) {
        return t.text("doctor.cause." + cause, arguments(facts));
    }

    /// {@return how to fix it}
    public String fix(String cause, List<String> facts) {
        return t.text("doctor.fix." + cause, arguments(facts));
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
