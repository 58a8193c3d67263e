package dev.parley.admin;

import dev.parley.platform.language.DurationTexts;
import dev.parley.platform.language.Keys;
import dev.parley.platform.language.Texts;
import dev.parley.timeout.TimeOutRuleDraft;

/// Describes time-out rules.
final class TimeOutTexts {
    private TimeOutTexts() {}

    /// {@return who has not written, and for how long}
    static String when(Texts t, TimeOutRuleDraft rule) {
        return t.text(
                "timeout.when." + Keys.word(rule.silent().name()),
                DurationTexts.of(t, rule.after()));
    }

    /// {@return what it does}
    static String then(Texts t, TimeOutRuleDraft rule) {
        return t.text("timeout.action." + Keys.word(rule.action().name()));
    }

    /// {@return its message in the reader's language, or else in the other; empty for none}
    static String message(Texts t, TimeOutRuleDraft rule) {
        return rule.text(t.language());
    }
}
