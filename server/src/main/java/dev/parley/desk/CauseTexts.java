package dev.parley.desk;

import dev.parley.channel.ChannelKind;
import dev.parley.platform.language.Keys;
import dev.parley.platform.language.Texts;

/// Explains to agents why a channel did not do what was asked. Each channel has texts for the
/// errors that it reports, `<channel>.error.agent.<cause>`; the desk has those for causes that all
/// channels share.
final class CauseTexts {
    private CauseTexts() {}

    static String of(Texts t, ChannelKind channel, String cause) {
        return t.textOr(Keys.word(channel.name()) + ".error.agent." + cause, "desk.cause." + cause);
    }
}
