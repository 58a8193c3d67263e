package dev.parley.desk;

import dev.parley.desk.view.AlertSettingsView;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.workspace.AlertSettings;
import dev.parley.workspace.MessageAlerts;
import dev.parley.workstream.notification.DesktopNotification;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// How the agent is alerted at the desk, with a test of the browser.
@Controller
@RequestMapping("/account/notifications")
class AlertSettingsController {
    private final Templates templates;
    private final MessageAlerts alerts;

    AlertSettingsController(Templates templates, MessageAlerts alerts) {
        this.templates = templates;
        this.alerts = alerts;
    }

    @GetMapping
    JteModel show(PageFrame frame, SignedIn me, @RequestParam Optional<String> saved) {
        mustBeAgent(me);
        return templates.deskAlertSettings(
                frame, new AlertSettingsView(alerts.of(me.userId()), saved.isPresent()));
    }

    @PostMapping
    Answer save(SignedIn me, FormInput typed) {
        mustBeAgent(me);
        alerts.save(
                me.userId(),
                new AlertSettings(
                        typed.flag("sound"),
                        typed.flag("title"),
                        typed.one("desktop", DesktopNotification.class)
                                .orElse(DesktopNotification.NEVER),
                        typed.flag("showText"),
                        repeatAfter(typed)));
        return Answer.redirect("/account/notifications?saved");
    }

    private static Duration repeatAfter(FormInput typed) {
        var chosen = Duration.ofSeconds(typed.number("repeat"));
        return AlertSettings.REPEATS.contains(chosen) ? chosen : Duration.ZERO;
    }

    private static void mustBeAgent(SignedIn me) {
        if (!me.is(Role.AGENT)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
