package dev.parley.engagement;

import static java.util.stream.Collectors.toMap;

import dev.parley.engagement.CannedAnswerFile.Row;
import dev.parley.engagement.CannedAnswerImportPlan.Outcome;
import dev.parley.engagement.CannedAnswerImportPlan.PlannedRow;
import dev.parley.platform.FoldedText;
import dev.parley.workstream.WorkstreamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Decides what each row of a file does. A row changes the answer with its title in its language,
/// or else creates one.
final class CannedAnswerImportPlanner {
    private final Map<Key, CannedAnswer> existing;
    private final Map<String, WorkstreamId> workstreams;
    private final Map<Key, Long> lines = new HashMap<>();
    private int free;

    /// @param existing the shared library
    /// @param workstreams by their names in lower case
    CannedAnswerImportPlanner(List<CannedAnswer> existing, Map<String, WorkstreamId> workstreams) {
        this.existing = existing.stream().collect(toMap(one -> Key.of(one.content()), one -> one));
        this.workstreams = Map.copyOf(workstreams);
        this.free = Library.SHARED.most() - existing.size();
    }

    CannedAnswerImportPlan plan(List<Row> rows) {
        return new CannedAnswerImportPlan(rows.stream().map(this::planned).toList());
    }

    private PlannedRow planned(Row row) {
        var flaws = new ArrayList<CannedAnswerFlaw>();
        var restrictedTo = new HashSet<WorkstreamId>();
        for (var name : row.workstreams()) {
            var id = workstreams.get(name.toLowerCase(Locale.ROOT));
            if (id == null) {
                flaws.add(new CannedAnswerFlaw.UnknownWorkstream(name));
            } else {
                restrictedTo.add(id);
            }
        }
        var content =
                CannedAnswerDraft.typed(
                        row.title(),
                        row.language(),
                        row.text(),
                        row.tags(),
                        !row.workstreams().isEmpty(),
                        restrictedTo);
        if (flaws.isEmpty()) {
            flaws.addAll(content.flaws());
        }
        return new PlannedRow(
                row.line(),
                content,
                flaws.isEmpty() ? outcome(row, content) : new Outcome.Faulty(flaws));
    }

    private Outcome outcome(Row row, CannedAnswerDraft content) {
        var key = Key.of(content);
        var earlier = lines.putIfAbsent(key, row.line());
        if (earlier != null) {
            return new Outcome.Faulty(List.of(new CannedAnswerFlaw.Repeated(earlier)));
        }
        var answer = existing.get(key);
        if (answer != null) {
            return answer.content().equals(content)
                    ? new Outcome.Unchanged()
                    : new Outcome.Change(answer.id(), answer.revision());
        }
        if (free == 0) {
            return new Outcome.Faulty(
                    List.of(new CannedAnswerFlaw.LibraryFull(Library.SHARED.most())));
        }
        free--;
        return new Outcome.Create();
    }

    private record Key(String title, String language) {
        static Key of(CannedAnswerDraft content) {
            return new Key(FoldedText.of(content.title()), content.language());
        }
    }
}
