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

/// The audit log.
@Controller
class AuditController {
    private static final int MAX_USERS = 1000;

    private final Templates templates;
    private final AuditLog log;
    private final AuditEntries entries;
    private final Users users;

    AuditController(Templates templates, AuditLog log, AuditEntries entries, Users users) {
        this.templates = templates;
        this.log = log;
        this.entries = entries;
        this.users = users;
    }

    @GetMapping("/admin/audit")
    JteModel list(PageFrame frame, @RequestParam Map<String, String> parameters) {
        var listing =
                Listing.of(
                        "/admin/audit",
                        parameters,
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
                entries.of(
                        frame.t(),
                        listing,
                        log.find(search, listing.pageRequest()),
                        users.matching("", MAX_USERS),
                        log.kinds()));
    }

    private static @Nullable UserId who(String chosen) {
        try {
            return chosen.isEmpty() ? null : new UserId(UUID.fromString(chosen));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /// Days are in the reader's time zone.
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
