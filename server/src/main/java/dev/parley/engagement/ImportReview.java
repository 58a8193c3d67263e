package dev.parley.engagement;

/// The result of uploading or running an import.
public sealed interface ImportReview {
    /// What it would do. Nothing is done yet.
    record Planned(CannedAnswerImportPlan plan) implements ImportReview {}

    /// It was done.
    record Done(long created, long changed) implements ImportReview {}

    /// It was not done: the library changed since the plan was shown.
    ///
    /// @param plan what it would do now
    record Outdated(CannedAnswerImportPlan plan) implements ImportReview {}

    /// This user has no uploaded file.
    record NoFile() implements ImportReview {}

    record TooLarge() implements ImportReview {}

    /// The file is not CSV in UTF-8.
    record Unreadable() implements ImportReview {}

    record NoRows() implements ImportReview {}

    record TooManyRows(int most) implements ImportReview {}

    record UnknownColumn(String name) implements ImportReview {}

    record MissingColumn(String name) implements ImportReview {}
}
