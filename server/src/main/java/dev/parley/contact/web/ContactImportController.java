package dev.parley.contact.web;

import dev.parley.contact.ContactImportFlaw;
import dev.parley.contact.ContactImports;
import dev.parley.contact.ContactRights;
import dev.parley.contact.ImportResult;
import dev.parley.contact.field.ContactFields;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Exports all contacts as CSV, and imports them: first a check that changes nothing and shows what
/// each row would do, then the same file again.
@Controller
class ContactImportController {
    private final Templates templates;
    private final ContactImports files;
    private final ContactFields fields;
    private final Clock clock;

    ContactImportController(
            Templates templates, ContactImports files, ContactFields fields, Clock clock) {
        this.templates = templates;
        this.files = files;
        this.fields = fields;
        this.clock = clock;
    }

    @GetMapping("/customers/export")
    void export(PageFrame frame, SignedIn me, HttpServletResponse response) throws IOException {
        ContactRights.mustManage(me);
        var day = LocalDate.ofInstant(clock.instant(), frame.t().zone());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("customers-" + day + ".csv")
                        .build()
                        .toString());
        try (var to =
                new BufferedWriter(
                        new OutputStreamWriter(
                                response.getOutputStream(), StandardCharsets.UTF_8))) {
            files.export(to, me);
        }
    }

    @GetMapping("/customers/import")
    JteModel form(PageFrame frame, SignedIn me) {
        ContactRights.mustManage(me);
        return templates.contactImportForm(frame, fields.all());
    }

    @PostMapping("/customers/import/check")
    JteModel check(PageFrame frame, SignedIn me, @RequestParam MultipartFile file)
            throws IOException {
        ContactRights.mustManage(me);
        var result = isTooLarge(file) ? tooLarge() : files.check(file.getBytes(), me);
        return templates.contactImportResult(frame, ContactImportView.of(frame, result, false));
    }

    @PostMapping("/customers/import")
    JteModel importChecked(
            PageFrame frame,
            SignedIn me,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String fingerprint)
            throws IOException {
        ContactRights.mustManage(me);
        var result =
                isTooLarge(file)
                        ? tooLarge()
                        : files.importChecked(file.getBytes(), fingerprint, me);
        return templates.contactImportResult(frame, ContactImportView.of(frame, result, true));
    }

    private static boolean isTooLarge(MultipartFile file) {
        return file.getSize() > ContactImports.LARGEST;
    }

    private static ImportResult tooLarge() {
        return new ImportResult.Refused(ContactImportFlaw.TOO_LARGE);
    }
}
