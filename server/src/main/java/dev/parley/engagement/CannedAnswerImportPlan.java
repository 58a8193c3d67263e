package dev.parley.engagement;

import static java.util.stream.Collectors.joining;

import dev.parley.platform.Sha256;
import dev.parley.workstream.WorkstreamId;
import java.util.List;
import java.util.stream.Stream;

/// What an import would do to the shared library, row by row.
public record CannedAnswerImportPlan(List<PlannedRow> rows) {
    public CannedAnswerImportPlan {
        rows = List.copyOf(rows);
    }

    /// {@return the number of rows with this result}
    public long count(Class<? extends Outcome> outcome) {
        return rows.stream().filter(row -> outcome.isInstance(row.outcome())).count();
    }

    /// {@return whether it would change anything}
    public boolean changesAnything() {
        return rows.stream().anyMatch(row -> row.outcome().changesAnything());
    }

    /// {@return a text that differs when the file, or what it would do, differs} An import that was
    /// confirmed does exactly what was shown.
    public String fingerprint() {
        return Sha256.hex(rows.stream().map(PlannedRow::summary).collect(joining("\n")), 16);
    }

    /// A row of the file.
    ///
    /// @param line in the file; the first is 1
    public record PlannedRow(long line, CannedAnswerDraft content, Outcome outcome) {
        /// The same on every node, unlike the order of a set.
        private String summary() {
            return Stream.of(
                            line,
                            outcome,
                            content.title(),
                            content.language(),
                            content.text(),
                            content.tags(),
                            content.workstreams().stream()
                                    .map(WorkstreamId::toString)
                                    .sorted()
                                    .toList())
                    .map(Object::toString)
                    .collect(joining("\t"));
        }
    }

    /// What happens to a row.
    public sealed interface Outcome {
        default boolean changesAnything() {
            return false;
        }

        record Create() implements Outcome {
            @Override
            public boolean changesAnything() {
                return true;
            }
        }

        /// The answer with this title in this language is changed.
        ///
        /// @param revision that it has now
        record Change(CannedAnswerId id, int revision) implements Outcome {
            @Override
            public boolean changesAnything() {
                return true;
            }
        }

        /// The answer exists with exactly this content.
        record Unchanged() implements Outcome {}

        /// The row is skipped.
        record Faulty(List<CannedAnswerFlaw> flaws) implements Outcome {
            public Faulty {
                flaws = List.copyOf(flaws);
            }
        }
    }
}
