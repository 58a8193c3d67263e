package dev.parley.contact;

import java.util.Set;

/// Of what there can only be one in a merge: whether the value of the contact that is merged wins.
///
/// @param otherFields the keys of the fields that the company added of which it wins
public record MergeChoices(boolean otherName, boolean otherCompany, Set<String> otherFields) {
    public MergeChoices {
        otherFields = Set.copyOf(otherFields);
    }
}
