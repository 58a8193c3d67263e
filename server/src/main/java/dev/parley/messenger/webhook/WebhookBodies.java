package dev.parley.messenger.webhook;

import dev.parley.platform.BodyRule;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Bodies are only read for accounts that there are: to anybody else it costs a head to be told so.
@Component
class WebhookBodies implements BodyRule {
    static final String PREFIX = "/webhooks/facebook/";
    static final Pattern ABOUT_PEOPLE = Pattern.compile("(.+)/(data-deletion|deauthorize)");

    /// Non-ASCII text comes as six bytes a character, and many events in one body.
    private static final Limited EVENTS = new Limited(4 * 1024 * 1024);

    /// One signed field.
    private static final Limited ABOUT_SOMEBODY = new Limited(64 * 1024);

    private static final Refused NO_SUCH_ACCOUNT = new Refused(404, WebhookIntake.NO_SUCH_ACCOUNT);

    private final WebhookIntake intake;

    WebhookBodies(WebhookIntake intake) {
        this.intake = intake;
    }

    @Override
    public Optional<Ruling> of(String method, String path) {
        return path.startsWith(PREFIX)
                ? Optional.of(of(path.substring(PREFIX.length())))
                : Optional.empty();
    }

    private Ruling of(String path) {
        var aboutPeople = ABOUT_PEOPLE.matcher(path);
        var limit = aboutPeople.matches() ? ABOUT_SOMEBODY : EVENTS;
        var key = aboutPeople.matches() ? aboutPeople.group(1) : path;
        return intake.knows(key) ? limit : NO_SUCH_ACCOUNT;
    }
}
