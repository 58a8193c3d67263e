package dev.parley.messenger.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Predicate;

/// Meta's verification that the administrator really wants its webhooks here: the request has the
/// verify token, and a challenge that the answer repeats. See
/// https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests
final class WebhookVerification {
    private WebhookVerification() {}

    /// {@return the text of the answer; empty if the request is refused}
    ///
    /// @param isToken whether this is the verify token of the account
    static Optional<String> challenge(HttpServletRequest request, Predicate<String> isToken) {
        var token = request.getParameter("hub.verify_token");
        return Optional.ofNullable(request.getParameter("hub.challenge"))
                .filter(_ -> "subscribe".equals(request.getParameter("hub.mode")))
                .filter(_ -> token != null && isToken.test(token));
    }
}
