package dev.parley.messenger.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.inbox.InboxFull;
import dev.parley.messenger.privacy.PrivacyDesk;
import dev.parley.messenger.privacy.PrivacyRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where Meta calls (messenger-platform 1.1 to 1.5). A plain servlet: the signature is over the
/// exact bytes, so nobody may read them first.
class WebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger log = LoggerFactory.getLogger(WebhookServlet.class);

    /// Non-ASCII text comes as six bytes a character, and many events in one body.
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private static final Pattern ABOUT_PEOPLE = Pattern.compile("(.+)/(data-deletion|deauthorize)");

    private final transient Intake intake;
    private final transient PrivacyDesk privacy;

    WebhookServlet(Intake intake, PrivacyDesk privacy) {
        this.intake = intake;
        this.privacy = privacy;
    }

    /// Meta asks whether this is really where the administrator wants its webhooks.
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var token = request.getParameter("hub.verify_token");
        var challenge = request.getParameter("hub.challenge");
        if ("subscribe".equals(request.getParameter("hub.mode"))
                && token != null
                && challenge != null
                && intake.isVerified(key(request), token)) {
            answer(response, 200, challenge);
        } else {
            answer(response, 403, "The verify token is not this account's");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var aboutPeople = ABOUT_PEOPLE.matcher(key(request));
        if (aboutPeople.matches()) {
            receive(request, response, aboutPeople.group(1), aboutPeople.group(2));
            return;
        }
        if (request.getContentLengthLong() > LARGEST_BODY) {
            tooLarge(response);
            return;
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            tooLarge(response);
            return;
        }
        receive(request, response, body);
    }

    /// A form with one field, signed by itself.
    private void receive(
            HttpServletRequest request, HttpServletResponse response, String key, String what)
            throws IOException {
        var kind =
                what.equals("deauthorize")
                        ? PrivacyRequest.Kind.DEAUTHORIZATION
                        : PrivacyRequest.Kind.DELETION;
        var kept = privacy.take(key, kind, request.getParameter("signed_request"));
        if (kept.isEmpty()) {
            answer(response, 400, "signed_request is missing or not signed by this account's app");
            return;
        }
        response.setStatus(200);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(privacy.answer(kept.get()).getBytes(UTF_8));
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, byte[] body)
            throws IOException {
        try {
            var signature = request.getHeader("X-Hub-Signature-256");
            var answer = intake.receive(key(request), body, signature);
            answer(response, answer.status, words(answer));
        } catch (InboxFull full) {
            log.warn("A webhook was sent away: {}", full.getMessage());
            answer(response, 503, "Come again");
        }
    }

    private static String words(Intake.Answer answer) {
        return switch (answer) {
            case TAKEN -> "EVENT_RECEIVED";
            case NOT_JSON -> "The body is no JSON object";
            case NOT_SIGNED -> "X-Hub-Signature-256 is missing or wrong";
            case NO_SUCH_ACCOUNT -> "No messaging account has this callback URL";
        };
    }

    private static void tooLarge(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        answer(response, 413, "A webhook holds 4 MiB at most");
    }

    private static void answer(HttpServletResponse response, int status, String words)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(words.getBytes(UTF_8));
    }

    private static String key(HttpServletRequest request) {
        var path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }
}
