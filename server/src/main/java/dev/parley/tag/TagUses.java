package dev.parley.tag;

import java.util.Collection;
import java.util.Map;

/// What has tags, as seen by the vocabulary. Its methods run in the transaction of the change.
public interface TagUses {
    /// {@return how many conversations have each of these tags; those that none has are missing}
    Map<TagId, Long> counts(Collection<TagId> tags);

    /// What has the former tag has the other one instead.
    void replace(TagId former, TagId other);

    /// Removes the tag from all that has it.
    void remove(TagId tag);
}
