package dev.parley.engagement;

import static dev.parley.platform.Columns.utc;
import static java.util.stream.Collectors.toMap;

import dev.parley.engagement.CannedAnswerFile.Contents;
import dev.parley.engagement.CannedAnswerImportPlan.Outcome;
import dev.parley.engagement.CannedAnswerImportPlan.PlannedRow;
import dev.parley.identity.SignedIn;
import dev.parley.platform.SpreadsheetCsv;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads the shared library from a file, and writes it to one. An upload is stored until the same
/// administrator confirms what it would do; rows with errors are skipped.
@Repository
public class CannedAnswerImports {
    /// The maximum size of a file in bytes.
    public static final int LARGEST = 1_000_000;

    private static final Duration KEPT = Duration.ofDays(1);

    private static final String STORE =
            """
            insert into canned_answer_import (user_id, csv, uploaded_at)
            values (:me, :csv, :now)
            on conflict (user_id) do update
               set csv = excluded.csv, uploaded_at = excluded.uploaded_at
            """;

    private final JdbcClient jdbc;
    private final CannedAnswers answers;
    private final Workstreams workstreams;
    private final Clock clock;

    CannedAnswerImports(
            JdbcClient jdbc, CannedAnswers answers, Workstreams workstreams, Clock clock) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.workstreams = workstreams;
        this.clock = clock;
    }

    /// {@return the shared library as a CSV file}
    public String export(SignedIn me) {
        var names = workstreams.all().stream().collect(toMap(Workstream::id, Workstream::name));
        return CannedAnswerFile.written(answers.all(me, Library.SHARED), names);
    }

    /// Stores a file instead of this user's previous one, if it can be read; {@return what it would
    /// do}
    @Transactional
    public ImportReview upload(SignedIn me, byte[] file) {
        Library.SHARED.requireManagedBy(me);
        if (file.length > LARGEST) {
            return new ImportReview.TooLarge();
        }
        var csv = SpreadsheetCsv.decode(file);
        if (csv.isEmpty()) {
            return new ImportReview.Unreadable();
        }
        var review = review(me, csv.get());
        if (review instanceof ImportReview.Planned) {
            store(me, csv.get());
        }
        return review;
    }

    /// Does what was shown, or shows what it would do now.
    ///
    /// @param fingerprint of the plan that was shown
    @Transactional
    public ImportReview run(SignedIn me, String fingerprint) {
        Library.SHARED.requireManagedBy(me);
        answers.lock();
        var csv = stored(me);
        if (csv.isEmpty() || !(review(me, csv.get()) instanceof ImportReview.Planned(var plan))) {
            return new ImportReview.NoFile();
        }
        if (!plan.fingerprint().equals(fingerprint)) {
            return new ImportReview.Outdated(plan);
        }
        plan.rows().forEach(row -> apply(me, row));
        discard(me);
        return new ImportReview.Done(
                plan.count(Outcome.Create.class), plan.count(Outcome.Change.class));
    }

    /// Deletes this user's stored file.
    public void discard(SignedIn me) {
        jdbc.sql("delete from canned_answer_import where user_id = :me")
                .param("me", me.userId().value())
                .update();
    }

    private ImportReview review(SignedIn me, String csv) {
        return switch (CannedAnswerFile.read(csv)) {
            case Contents.Rows(var rows) -> {
                var byName =
                        workstreams.all().stream()
                                .collect(
                                        toMap(
                                                one -> one.name().toLowerCase(Locale.ROOT),
                                                Workstream::id));
                var existing = answers.all(me, Library.SHARED);
                yield new ImportReview.Planned(
                        new CannedAnswerImportPlanner(existing, byName).plan(rows));
            }
            case Contents.Unreadable() -> new ImportReview.Unreadable();
            case Contents.NoRows() -> new ImportReview.NoRows();
            case Contents.TooManyRows() -> new ImportReview.TooManyRows(CannedAnswerFile.MOST_ROWS);
            case Contents.UnknownColumn(var name) -> new ImportReview.UnknownColumn(name);
            case Contents.MissingColumn(var name) -> new ImportReview.MissingColumn(name);
        };
    }

    private void apply(SignedIn me, PlannedRow row) {
        var result =
                switch (row.outcome()) {
                    case Outcome.Create() -> answers.create(me, Library.SHARED, row.content());
                    case Outcome.Change(var id, var revision) ->
                            answers.change(me, Library.SHARED, id, revision, row.content());
                    case Outcome.Unchanged _, Outcome.Faulty _ -> null;
                };
        if (result != null && !(result instanceof CannedAnswerChange.Done)) {
            throw new IllegalStateException(
                    "Line %d was planned, and then: %s".formatted(row.line(), result));
        }
    }

    private void store(SignedIn me, String csv) {
        var now = clock.instant();
        jdbc.sql("delete from canned_answer_import where uploaded_at < :before")
                .param("before", utc(now.minus(KEPT)))
                .update();
        jdbc.sql(STORE)
                .param("me", me.userId().value())
                .param("csv", csv)
                .param("now", utc(now))
                .update();
    }

    private Optional<String> stored(SignedIn me) {
        return jdbc.sql("select csv from canned_answer_import where user_id = :me")
                .param("me", me.userId().value())
                .query(String.class)
                .optional();
    }
}
