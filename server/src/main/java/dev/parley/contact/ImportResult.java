package dev.parley.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contact.ContactInput.Field;
import dev.parley.contact.ContactInput.Flaw;
import dev.parley.contact.field.FieldFlaw;
import dev.parley.platform.Sha256;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an import does, or did.
public sealed interface ImportResult {
    /// The file as a whole cannot be imported.
    record Refused(ContactImportFlaw flaw) implements ImportResult {}

    /// What each row does.
    record Rows(List<Row> rows) implements ImportResult {
        public Rows {
            rows = List.copyOf(rows);
        }

        /// {@return a text that differs when the rows would do anything else}
        public String fingerprint() {
            var effects = rows.stream().map(Row::fingerprint).collect(Collectors.joining("\n"));
            return HexFormat.of().formatHex(Sha256.digest().digest(effects.getBytes(UTF_8)));
        }

        public long count(Class<? extends Effect> kind) {
            return rows.stream().filter(row -> kind.isInstance(row.effect())).count();
        }
    }

    /// A row of the file.
    ///
    /// @param line of the file at which it starts
    record Row(long line, String name, Effect effect) {
        private String fingerprint() {
            return switch (effect) {
                case Effect.Creates creates -> line + " " + creates.draft();
                case Effect.Changes(var contact, var draft, _) ->
                        "%d %s %d %s".formatted(line, contact.id(), contact.revision(), draft);
                case Effect.Nothing _, Effect.Fails _, Effect.Invalid _ -> line + " nothing";
            };
        }
    }

    /// What a row does.
    sealed interface Effect {
        /// A new contact.
        record Creates(ContactDraft draft) implements Effect {}

        /// A changed contact.
        ///
        /// @param fields that change
        record Changes(Contact contact, ContactDraft draft, List<String> fields) implements Effect {
            public Changes {
                fields = List.copyOf(fields);
            }
        }

        /// The contact already is as in the file.
        record Nothing() implements Effect {}

        record Fails(ContactImportFlaw flaw) implements Effect {}

        /// Fields that are not valid.
        ///
        /// @param added of the fields that the company added
        record Invalid(Map<Field, Flaw> flaws, List<FieldFlaw> added) implements Effect {
            public Invalid {
                flaws = Map.copyOf(flaws);
                added = List.copyOf(added);
            }
        }
    }
}
