package dev.parley.messenger.webhook;

import dev.parley.platform.BodyRule;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads bodies only for existing accounts: other requests are refused after their headers.
@Component
class WebhookBodies implements BodyRule {
    static final String PREFIX = "/webhooks/facebook/";
    static final Pattern PRIVACY_CALLBACK = Pattern.compile("(.+)/(data-deletion|deauthorize)");

    /// Non-ASCII text takes six bytes a character, and one body can contain many events.
    private static final Limited EVENTS = new Limited(4 * 1024 * 1024);

    /// One signed field.
    private static final Limited SIGNED_REQUEST = new Limited(64 * 1024);

    private static final Refused NO_SUCH_ACCOUNT = new Refused(404, WebhookIntake.NO_SUCH_ACCOUNT);

    private final WebhookIntake intake;

    WebhookBodies(WebhookIntake intake) {
        this.intake = intake;
    }

    /// {@return the part of this path that names the account; null for other paths}
    static @Nullable String key(String path) {
        return path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : null;
    }

    @Override
    public Optional<Decision> of(String method, String path) {
        return Optional.ofNullable(key(path)).map(this::of);
    }

    private Decision of(String path) {
        var aboutPeople = PRIVACY_CALLBACK.matcher(path);
        var limit = aboutPeople.matches() ? SIGNED_REQUEST : EVENTS;
        var key = aboutPeople.matches() ? aboutPeople.group(1) : path;
        return intake.hasAccount(key) ? limit : NO_SUCH_ACCOUNT;
    }
}
