package dev.parley.workstream;

import dev.parley.platform.language.Language;

/// The settings of an endpoint that is set up in a workstream.
///
/// @param language of the automated messages to customers
/// @param filesRefused the answer to files that are not accepted
public record InstanceSettings(
        Language language, InstanceFeatures features, AutomatedMessage filesRefused) {
    public static InstanceSettings of(Language language, InstanceFeatures features) {
        return new InstanceSettings(language, features, AutomatedMessage.DEFAULT);
    }

    InstanceSettings with(InstanceFeatures others) {
        return new InstanceSettings(language, others, filesRefused);
    }
}
