package dev.parley.admin;

import dev.parley.identity.Audit;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Installation;
import dev.parley.platform.web.Answer;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Lets an administrator confirm that this is the live installation, or a copy of it.
@Controller
@RequestMapping("/admin/installation")
class InstallationController {
    private final Installation installation;
    private final Audit audit;
    private final Clock clock;

    InstallationController(Installation installation, Audit audit, Clock clock) {
        this.installation = installation;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping("/moved")
    Answer moved(SignedIn me) {
        installation.confirm();
        return done(me, "installation.confirmed");
    }

    @PostMapping("/copy")
    Answer copy(SignedIn me) {
        installation.declareCopy(clock.instant());
        return done(me, "installation.declaredCopy");
    }

    private Answer done(SignedIn me, String action) {
        audit.record(me.userId(), action, "installation", Map.of(), Map.of());
        return Answer.redirect("/admin");
    }
}
