package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.inbox.InboxFull;
import dev.parley.messenger.privacy.PrivacyCallback;
import dev.parley.messenger.privacy.PrivacyRequest;
import dev.parley.platform.CollectedBody;
import dev.parley.platform.LogInterval;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The endpoint that Meta calls. It runs before all other filters and passes nothing on: the
/// signature covers the exact bytes, so nothing may change them first, and no session, sign-in or
/// observation is paid for by a message. [WebhookBodies] decides which bodies are collected. See
/// https://developers.facebook.com/docs/graph-api/webhooks/getting-started and
/// https://developers.facebook.com/docs/messenger-platform/webhooks
class WebhookFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Logger log = LoggerFactory.getLogger(WebhookFilter.class);

    /// A parsed body takes ten times its size, so large ones are read one at a time.
    private static final int LARGE = 128 * 1024;

    private static final byte[] NOTHING = {};

    private final transient Semaphore large = new Semaphore(1);
    private final transient LogInterval refusals = new LogInterval();
    private final transient WebhookIntake intake;
    private final transient PrivacyCallback privacy;

    WebhookFilter(WebhookIntake intake, PrivacyCallback privacy) {
        this.intake = intake;
        this.privacy = privacy;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        // The answer repeats the caller's text when a callback URL is verified.
        response.setHeader("X-Content-Type-Options", "nosniff");
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
        var privacyCallback = WebhookBodies.PRIVACY_CALLBACK.matcher(key(request));
        if (privacyCallback.matches()) {
            receivePrivacyCallback(
                    request, response, privacyCallback.group(1), privacyCallback.group(2));
        } else {
            receiveEvents(request, response);
        }
    }

    private void receiveEvents(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = CollectedBody.of(request).orElse(NOTHING);
        if (body.length <= LARGE) {
            storeEvents(request, response, body);
            return;
        }
        large.acquireUninterruptibly();
        try {
            storeEvents(request, response, body);
        } finally {
            large.release();
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

    private void storeEvents(HttpServletRequest request, HttpServletResponse response, byte[] body)
            throws IOException {
        try {
            var signature = request.getHeader("X-Hub-Signature-256");
            var answer = intake.receive(key(request), body, signature);
            answer(response, answer.status, text(answer));
        } catch (InboxFull full) {
            if (refusals.isDue()) {
                log.warn("Webhooks are refused, the latest because: {}", full.getMessage());
            }
            answer(response, 503, "The server is busy. Try again in a few seconds.");
        }
    }

    private static String text(WebhookIntake.Answer answer) {
        return switch (answer) {
            case TAKEN -> "EVENT_RECEIVED";
            case NOT_JSON -> "The body is not a JSON object";
            case NOT_SIGNED -> "X-Hub-Signature-256 is missing or wrong";
            case NO_SUCH_ACCOUNT -> WebhookIntake.NO_SUCH_ACCOUNT;
        };
    }

    private static void answer(HttpServletResponse response, int status, String text)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static String key(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith(WebhookBodies.PREFIX)
                ? path.substring(WebhookBodies.PREFIX.length())
                : "";
    }
}
