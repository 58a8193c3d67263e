package dev.parley.contact;

import dev.parley.contact.ContactInput.Field;
import java.util.Set;

/// The result of merging two contacts, or of undoing it. Every caller has to handle each case.
public sealed interface MergeChange {
    record Done() implements MergeChange {}

    /// One of them was changed since the preview, or since the merge.
    record Changed() implements MergeChange {}

    /// Together they have more than a contact can have.
    ///
    /// @param fields of which; at least one
    record TooMuch(Set<Field> fields) implements MergeChange {
        public TooMuch {
            fields = Set.copyOf(fields);
        }
    }

    /// One of them does not exist any more, or there is nothing to undo any more.
    record Gone() implements MergeChange {}
}
