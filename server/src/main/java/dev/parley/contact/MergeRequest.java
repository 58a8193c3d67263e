package dev.parley.contact;

/// Merges one contact into another, as the user saw them in the preview.
///
/// @param kept which one stays
/// @param keptRevision of it in the preview
/// @param other which one is merged into it
/// @param otherRevision of it in the preview
public record MergeRequest(
        ContactId kept,
        int keptRevision,
        ContactId other,
        int otherRevision,
        MergeChoices choices) {}
