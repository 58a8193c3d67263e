package dev.parley.admin;

import dev.parley.admin.view.SystemView;
import dev.parley.admin.view.SystemView.CopyStatus;
import dev.parley.admin.view.SystemView.ProblemLine;
import dev.parley.platform.Installation;
import dev.parley.platform.InstallationStatus;
import dev.parley.platform.InstallationStatus.Sign;
import dev.parley.platform.PublicUrl;
import dev.parley.platform.SelfCheck.Problem;
import dev.parley.platform.SelfChecks;
import dev.parley.platform.language.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Describes the problems of this installation itself.
@Component
class SystemStatus {
    private final SelfChecks checks;
    private final Installation installation;
    private final PublicUrl publicUrl;

    SystemStatus(SelfChecks checks, Installation installation, PublicUrl publicUrl) {
        this.checks = checks;
        this.installation = installation;
        this.publicUrl = publicUrl;
    }

    SystemView status(Texts t) {
        return new SystemView(
                checks.problems().stream().map(problem -> line(t, problem)).toList(), doubt(t));
    }

    private static ProblemLine line(Texts t, Problem problem) {
        var facts = problem.facts().toArray();
        return new ProblemLine(
                problem.cause(),
                problem.severe() ? "negative" : "warning",
                t.text("system.problem." + problem.cause(), facts),
                t.text("system.problem." + problem.cause() + ".fix", facts));
    }

    private @Nullable CopyStatus doubt(Texts t) {
        return switch (installation.status()) {
            case InstallationStatus.Live _ -> null;
            case InstallationStatus.Unconfirmed(var signs) ->
                    new CopyStatus(false, signs.stream().map(sign -> words(t, sign)).toList());
            case InstallationStatus.Copy _ -> new CopyStatus(true, List.of());
        };
    }

    private String words(Texts t, Sign sign) {
        return switch (sign) {
            case ADDRESS ->
                    t.text("system.sign.address", installation.addressBefore(), publicUrl.of(""));
            case DIRECTORY -> t.text("system.sign.directory");
            case MACHINE -> t.text("system.sign.machine");
            case DATABASE -> t.text("system.sign.database");
        };
    }
}
