package dev.parley.contact;

import dev.parley.contact.ContactInput.Field;
import dev.parley.contact.ContactInput.Flaw;
import java.util.List;
import java.util.Map;

/// What an import does, or did.
public sealed interface ImportResult {
    /// The file as a whole cannot be imported.
    record Refused(ImportFlaw flaw) implements ImportResult {}

    /// What each row does.
    ///
    /// @param digest of the file
    record Rows(String digest, List<Row> rows) implements ImportResult {
        public Rows {
            rows = List.copyOf(rows);
        }

        public long count(Class<? extends Effect> kind) {
            return rows.stream().filter(row -> kind.isInstance(row.effect())).count();
        }
    }

    /// A row of the file.
    ///
    /// @param line of the file at which it starts
    record Row(long line, String name, Effect effect) {}

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

        record Fails(ImportFlaw flaw) implements Effect {}

        /// Fields that are not valid.
        record Invalid(Map<Field, Flaw> flaws) implements Effect {
            public Invalid {
                flaws = Map.copyOf(flaws);
            }
        }
    }
}
