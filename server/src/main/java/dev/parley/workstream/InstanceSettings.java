package dev.parley.workstream;

import dev.parley.platform.language.Language;

/// What an administrator chooses for an endpoint that is set up in a workstream.
///
/// @param language of what Parley itself says to customers
/// @param filesRefused what customers are told whose files are not taken
public record InstanceSettings(
        Language language, InstanceFeatures features, AutomatedMessage filesRefused) {
    public static InstanceSettings of(Language language, InstanceFeatures features) {
        return new InstanceSettings(language, features, AutomatedMessage.USUAL);
    }

    InstanceSettings with(InstanceFeatures others) {
        return new InstanceSettings(language, others, filesRefused);
    }
}
