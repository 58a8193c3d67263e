package dev.parley.engagement.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The import of canned answers: the upload, and what the uploaded file would do.
///
/// @param problem why the file was not accepted; empty for none
/// @param outdated whether the library changed since the plan was shown
/// @param plan null until a file was uploaded
public record CannedImportView(String problem, boolean outdated, @Nullable Plan plan) {
    /// What the import would do.
    ///
    /// @param rows those with errors first
    /// @param fingerprint what the confirmation refers to
    public record Plan(
            List<Row> rows,
            long created,
            long changed,
            long unchanged,
            long faulty,
            String fingerprint) {
        public Plan {
            rows = List.copyOf(rows);
        }

        public boolean changesAnything() {
            return created + changed > 0;
        }
    }

    /// A row of the file.
    ///
    /// @param outcome in words
    /// @param problems why it is skipped; none if it is not
    public record Row(
            long line, String title, String language, String outcome, List<String> problems) {
        public Row {
            problems = List.copyOf(problems);
        }
    }
}
