package dev.parley.contact.web;

import dev.parley.contact.ContactImportFlaw;
import dev.parley.contact.ContactImports;
import dev.parley.contact.ImportResult;
import dev.parley.contact.ImportResult.Effect;
import dev.parley.platform.language.Keys;
import dev.parley.platform.web.PageFrame;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an import would do, or did.
///
/// @param refused why the file as a whole cannot be imported; empty if it can
/// @param summary how many rows do what, each as a text
/// @param fingerprint of what it would do; empty if it cannot be imported, or was
/// @param done whether it was imported
public record ContactImportView(
        String refused, List<String> summary, List<Line> lines, String fingerprint, boolean done) {
    public ContactImportView {
        summary = List.copyOf(summary);
        lines = List.copyOf(lines);
    }

    static ContactImportView of(PageFrame frame, ImportResult result, boolean done) {
        return switch (result) {
            case ImportResult.Refused(var flaw) ->
                    new ContactImportView(text(frame, flaw), List.of(), List.of(), "", false);
            case ImportResult.Rows rows ->
                    new ContactImportView(
                            "",
                            summary(frame, rows),
                            rows.rows().stream().map(row -> line(frame, row)).toList(),
                            done || !doesSomething(rows) ? "" : rows.fingerprint(),
                            done);
        };
    }

    private static boolean doesSomething(ImportResult.Rows rows) {
        return rows.count(Effect.Creates.class) + rows.count(Effect.Changes.class) > 0;
    }

    private static List<String> summary(PageFrame frame, ImportResult.Rows rows) {
        var fails = rows.count(Effect.Fails.class) + rows.count(Effect.Invalid.class);
        return List.of(
                frame.t().count("contact.importNew", rows.count(Effect.Creates.class)),
                frame.t().count("contact.importChanged", rows.count(Effect.Changes.class)),
                frame.t().count("contact.importSame", rows.count(Effect.Nothing.class)),
                frame.t().count("contact.importFailed", fails));
    }

    private static Line line(PageFrame frame, ImportResult.Row row) {
        return switch (row.effect()) {
            case Effect.Creates _ ->
                    new Line(row, "positive", frame.text("contact.effect.new"), "");
            case Effect.Changes(_, _, var fields) ->
                    new Line(
                            row,
                            "positive",
                            frame.text("contact.effect.changed"),
                            fields(frame, fields));
            case Effect.Nothing() -> new Line(row, "", frame.text("contact.effect.same"), "");
            case Effect.Fails(var flaw) ->
                    new Line(
                            row,
                            "negative",
                            frame.text("contact.effect.failed"),
                            text(frame, flaw));
            case Effect.Invalid invalid ->
                    new Line(
                            row,
                            "negative",
                            frame.text("contact.effect.failed"),
                            flaws(frame, invalid));
        };
    }

    private static String flaws(PageFrame frame, Effect.Invalid invalid) {
        var own = invalid.flaws().entrySet().stream().map(flaw -> ContactForms.text(frame, flaw));
        var added = invalid.added().stream().map(flaw -> FieldForms.text(frame.t(), flaw));
        return Stream.concat(own, added).collect(Collectors.joining(" "));
    }

    /// A field that the company added is shown by its key, as the column of the file.
    private static String fields(PageFrame frame, List<String> fields) {
        return fields.stream()
                .map(field -> {
                    var key = "contact.field." + field;
                    var text = frame.text(key);
                    return text.equals(key) ? field : text;
                })
                .collect(Collectors.joining(frame.text("admin.comma")));
    }

    private static String text(PageFrame frame, ContactImportFlaw flaw) {
        return frame.text(
                "contact.importFlaw." + Keys.word(flaw.name()),
                frame.t().number(ContactImports.ROWS));
    }

    /// A row of the file.
    ///
    /// @param kind of the status, for its colour; empty for none
    /// @param about the details; empty for none
    public record Line(long number, String name, String kind, String effect, String about) {
        Line(ImportResult.Row row, String kind, String effect, String about) {
            this(row.line(), row.name(), kind, effect, about);
        }
    }
}
