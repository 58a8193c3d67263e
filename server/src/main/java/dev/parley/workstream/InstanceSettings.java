package dev.parley.workstream;

import dev.parley.platform.language.Language;

/// What an administrator chooses for an endpoint that is set up in a workstream.
///
/// @param language of what Parley itself says to customers
/// @param filesRefused what customers are told whose files are not taken; empty for the usual words
public record InstanceSettings(Language language, InstanceFeatures switches, String filesRefused) {
    /// How long an automated message may be, in characters.
    public static final int LONGEST_MESSAGE = 500;

    public InstanceSettings {
        filesRefused = filesRefused.strip();
    }

    public static InstanceSettings of(Language language, InstanceFeatures switches) {
        return new InstanceSettings(language, switches, "");
    }

    InstanceSettings with(InstanceFeatures others) {
        return new InstanceSettings(language, others, filesRefused);
    }
}
