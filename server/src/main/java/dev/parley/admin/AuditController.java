package dev.parley.admin;

import dev.parley.admin.kit.AuditEntries;
import dev.parley.admin.kit.Listing;
import dev.parley.identity.AuditLog;
import dev.parley.identity.AuditLog.Search;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who did what, and when.
@Controller
class AuditController {
    private static final int PEOPLE = 1000;

    private final Templates templates;
    private final AuditLog log;
    private final AuditEntries part;
    private final Users users;

    AuditController(Templates templates, AuditLog log, AuditEntries part, Users users) {
        this.templates = templates;
        this.log = log;
        this.part = part;
        this.users = users;
    }

    @GetMapping("/admin/audit")
    JteModel list(PageFrame frame, @RequestParam Map<String, String> asked) {
        var listing =
                Listing.of(
                        "/admin/audit",
                        asked,
                        List.of("-at"),
                        List.of("who", "kind", "from", "to"));
        var search =
                new Search(
                        who(listing.filter("who")),
                        listing.filter("kind"),
                        day(frame, listing.filter("from"), 0),
                        day(frame, listing.filter("to"), 1));
        return templates.adminAudit(
                frame,
                part.of(
                        frame.t(),
                        listing,
                        log.find(search, listing.slice()),
                        users.matching("", PEOPLE),
                        log.kinds()));
    }

    private static @Nullable UserId who(String chosen) {
        try {
            return chosen.isEmpty() ? null : new UserId(UUID.fromString(chosen));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// Days are the reader's own.
    private static @Nullable Instant day(PageFrame frame, String chosen, int later) {
        try {
            return chosen.isEmpty()
                    ? null
                    : LocalDate.parse(chosen)
                            .plusDays(later)
                            .atStartOfDay(frame.t().zone())
                            .toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
