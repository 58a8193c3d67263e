package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.messenger.privacy.PrivacyCallback;
import dev.parley.messenger.privacy.PrivacyRequest;
import dev.parley.platform.DatabaseOutage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/// What Meta asks of a callback besides taking events ([WebhookEndpoint]): to verify the callback,
/// and to take requests about people's data. It runs before all other filters and passes nothing
/// on. See https://developers.facebook.com/docs/graph-api/webhooks/getting-started
class CallbackFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private final transient WebhookIntake intake;
    private final transient PrivacyCallback privacy;

    CallbackFilter(WebhookIntake intake, PrivacyCallback privacy) {
        this.intake = intake;
        this.privacy = privacy;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        // The answer repeats the caller's text when a callback URL is verified.
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            respond(request, response);
        } catch (RuntimeException failure) {
            if (!DatabaseOutage.is(failure)) {
                throw failure;
            }
            answer(response, 503, "The database does not answer. Try again in a few seconds.");
        }
    }

    private void respond(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (request.getMethod()) {
            case "GET" -> verify(request, response);
            case "POST" -> receive(request, response);
            default -> {
                response.setHeader("Allow", "GET, POST");
                answer(response, 405, "Only GET and POST are supported here");
            }
        }
    }

    private void verify(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var challenge =
                WebhookVerification.challenge(
                        request, token -> intake.isVerified(key(request), token));
        if (challenge.isPresent()) {
            answer(response, 200, challenge.get());
        } else {
            answer(response, 403, "The verify token is not this account's");
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var callback = WebhookBodies.PRIVACY_CALLBACK.matcher(key(request));
        if (callback.matches()) {
            receivePrivacyCallback(request, response, callback.group(1), callback.group(2));
        } else {
            answer(response, 404, WebhookIntake.NO_SUCH_ACCOUNT);
        }
    }

    /// A form with one field, which is itself signed.
    private void receivePrivacyCallback(
            HttpServletRequest request, HttpServletResponse response, String key, String callback)
            throws IOException {
        var kind =
                callback.equals("deauthorize")
                        ? PrivacyRequest.Kind.DEAUTHORIZATION
                        : PrivacyRequest.Kind.DELETION;
        var stored = privacy.accept(key, kind, request.getParameter("signed_request"));
        if (stored.isEmpty()) {
            answer(response, 400, "signed_request is missing or not signed by this account's app");
            return;
        }
        response.setStatus(200);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(privacy.answer(stored.get()).getBytes(UTF_8));
    }

    private static void answer(HttpServletResponse response, int status, String text)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static String key(HttpServletRequest request) {
        return Objects.requireNonNullElse(WebhookBodies.key(request.getServletPath()), "");
    }
}
