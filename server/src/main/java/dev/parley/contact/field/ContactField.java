package dev.parley.contact.field;

import dev.parley.identity.UserId;
import dev.parley.platform.language.Language;
import java.time.Instant;
import java.util.Optional;

/// A field that the company adds to its contacts or to its companies.
public record ContactField(
        ContactFieldId id,
        ContactFieldDraft content,
        Instant createdAt,
        UserId createdBy,
        Instant changedAt,
        UserId changedBy,
        int revision) {
    public String key() {
        return content.key();
    }

    public FieldType type() {
        return content.type();
    }

    public String name(Language language) {
        return content.name(language);
    }

    /// {@return the option with this id}
    public Optional<FieldOption> option(String option) {
        return content.options().stream().filter(one -> one.id().equals(option)).findFirst();
    }
}
