package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownSettingsTests {
    private final KnownSettings known =
            new KnownSettings(
                    Set.of("parley.inbox.concurrency", "parley.public-url", "parley.mail.to"));

    @Test
    void differentSpellingsOfANameAreEqual() {
        assertThat(
                        known.findings(
                                Set.of(
                                        "parley.inbox.concurrency",
                                        "parley.publicUrl",
                                        "parley.public_url",
                                        "PARLEY_PUBLIC_URL",
                                        "PARLEY_PUBLICURL",
                                        "PARLEY_MAIL_TO_0_",
                                        "parley.mail.to[1]",
                                        "parley.config-file",
                                        "PARLEY_JAVA_OPTIONS",
                                        "server.port",
                                        "PATH",
                                        "PARLEYING")))
                .isEmpty();
    }

    @Test
    void unknownSettingsAreNamedWithASuggestion() {
        assertThat(known.findings(Set.of("parley.inbox.concurency", "PARLEY_PUBLIC_ULR")))
                .containsExactly(
                        "There is no setting PARLEY_PUBLIC_ULR: did you mean parley.public-url?",
                        "There is no setting parley.inbox.concurency: did you mean parley.inbox.concurrency?");
    }

    @Test
    void aRecordDefinesItsSettings() {
        assertThat(KnownSettings.of("parley.storage", StorageSettings.class))
                .containsExactly("parley.storage.full-below", "parley.storage.warn-below");
    }
}
