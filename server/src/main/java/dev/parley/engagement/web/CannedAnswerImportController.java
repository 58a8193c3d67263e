package dev.parley.engagement.web;

import dev.parley.engagement.CannedAnswerImportPlan;
import dev.parley.engagement.CannedAnswerImportPlan.Outcome;
import dev.parley.engagement.CannedAnswerImportPlan.PlannedRow;
import dev.parley.engagement.CannedAnswerImports;
import dev.parley.engagement.ImportReview;
import dev.parley.engagement.web.view.CannedImportView;
import dev.parley.engagement.web.view.CannedImportView.Row;
import dev.parley.engagement.web.view.Place;
import dev.parley.identity.SignedIn;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Imports and exports the shared canned answers as CSV. An uploaded file is shown as what it would
/// do before anything is changed.
@Controller
@RequestMapping("/admin/canned-answers")
class CannedAnswerImportController {
    static final String IMPORT = "/admin/canned-answers/import";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final CannedImportView EMPTY = new CannedImportView("", false, null);

    private final CannedAnswerImports imports;
    private final Templates templates;

    CannedAnswerImportController(CannedAnswerImports imports, Templates templates) {
        this.imports = imports;
        this.templates = templates;
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(SignedIn me) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"canned-answers.csv\"")
                .body(imports.export(me).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/import")
    JteModel form(PageFrame frame) {
        return templates.engagementCannedImport(frame, EMPTY);
    }

    @PostMapping("/import")
    Answer upload(PageFrame frame, SignedIn me, @RequestParam MultipartFile file)
            throws IOException {
        if (file.isEmpty() || file.getSize() > CannedAnswerImports.LARGEST) {
            return answer(
                    frame,
                    file.isEmpty() ? new ImportReview.NoRows() : new ImportReview.TooLarge());
        }
        return answer(frame, imports.upload(me, file.getBytes()));
    }

    @PostMapping("/import/confirmation")
    Answer confirm(PageFrame frame, SignedIn me, FormInput typed) {
        return answer(frame, imports.run(me, typed.text("plan")));
    }

    private Answer answer(PageFrame frame, ImportReview review) {
        var t = frame.t();
        return switch (review) {
            case ImportReview.Planned(var plan) ->
                    Answer.show(
                            templates.engagementCannedImport(
                                    frame, new CannedImportView("", false, view(t, plan))));
            case ImportReview.Outdated(var plan) ->
                    Answer.invalid(
                            templates.engagementCannedImport(
                                    frame, new CannedImportView("", true, view(t, plan))));
            case ImportReview.Done _ ->
                    Answer.redirect(
                            Place.administration(Place.CANNED_ANSWERS).address() + "?imported");
            case ImportReview.NoFile() -> refused(frame, t.text("engagement.canned.import.gone"));
            case ImportReview.TooLarge() ->
                    refused(
                            frame,
                            t.text(
                                    "engagement.canned.import.large",
                                    CannedAnswerImports.LARGEST / 1_000));
            case ImportReview.Unreadable() ->
                    refused(frame, t.text("engagement.canned.import.unreadable"));
            case ImportReview.NoRows() -> refused(frame, t.text("engagement.canned.import.empty"));
            case ImportReview.TooManyRows(var most) ->
                    refused(frame, t.text("engagement.canned.import.many", most));
            case ImportReview.UnknownColumn(var name) ->
                    refused(frame, t.text("engagement.canned.import.unknownColumn", name));
            case ImportReview.MissingColumn(var name) ->
                    refused(frame, t.text("engagement.canned.import.missingColumn", name));
        };
    }

    private Answer refused(PageFrame frame, String problem) {
        return Answer.invalid(
                templates.engagementCannedImport(
                        frame, new CannedImportView(problem, false, null)));
    }

    private static CannedImportView.Plan view(Texts t, CannedAnswerImportPlan plan) {
        return new CannedImportView.Plan(
                plan.rows().stream()
                        .map(row -> row(t, row))
                        .sorted(Comparator.comparing((Row row) -> row.problems().isEmpty()))
                        .toList(),
                plan.count(Outcome.Create.class),
                plan.count(Outcome.Change.class),
                plan.count(Outcome.Unchanged.class),
                plan.count(Outcome.Faulty.class),
                plan.fingerprint());
    }

    private static Row row(Texts t, PlannedRow row) {
        var content = row.content();
        return new Row(
                row.line(),
                content.title(),
                CannedAnswerScreen.language(t, content.language()),
                switch (row.outcome()) {
                    case Outcome.Create _ -> t.text("engagement.canned.import.create");
                    case Outcome.Change _ -> t.text("engagement.canned.import.change");
                    case Outcome.Unchanged _ -> t.text("engagement.canned.import.unchanged");
                    case Outcome.Faulty _ -> t.text("engagement.canned.import.skipped");
                },
                row.outcome() instanceof Outcome.Faulty(var flaws)
                        ? flaws.stream().map(flaw -> FlawTexts.text(t, flaw)).toList()
                        : List.of());
    }
}
