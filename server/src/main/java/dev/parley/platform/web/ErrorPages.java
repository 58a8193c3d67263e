package dev.parley.platform.web;

import dev.parley.platform.Ids;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Sends errors: a page to users, a problem (RFC 9457) to API clients.
@Component
public class ErrorPages {
    private static final String RETRY_SECONDS = "5";

    private final PageFrames frames;
    private final Templates templates;
    private final JsonMapper json;
    private final OutageLog outageLog = new OutageLog();

    ErrorPages(PageFrames frames, Templates templates, JsonMapper json) {
        this.frames = frames;
        this.templates = templates;
        this.json = json;
    }

    /// Responds with this status, in the format for the requested address.
    ///
    /// @param detail for API clients; the page has its own text
    public void send(
            int status,
            @Nullable String detail,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(new ErrorPage(status, Ids.next().toString()), detail, request, response);
    }

    /// Reports that the form was open for too long, so that its token is no longer valid.
    public void sendStaleForm(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(ErrorPage.STALE, null, request, response);
    }

    /// Reports that the database does not respond.
    void sendOutage(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        outageLog.add(request, failure);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        send(503, "The database does not answer. Try again in a few seconds.", request, response);
    }

    /// Reports the part of a request that could not be read.
    void send(BadInput input, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isApiRequest(request)) {
            send(BadInputException.problem(input), response);
        } else {
            send(
                    new ErrorPage(input.status(), Ids.next().toString(), input),
                    null,
                    request,
                    response);
        }
    }

    void send(
            ErrorPage error,
            @Nullable String detail,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (isApiRequest(request)) {
            send(problem(error, detail), response);
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(error.code());
            var text = frames.of(request).text("error." + error.kind() + ".short", error.id());
            sendText(text, response);
        } else {
            response.setStatus(error.code());
            JteModels.send(templates.layoutError(frames.of(request), error), response);
        }
    }

    /// A script that requested a part of a page shows this sentence in its place.
    private static void sendText(String sentence, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
    }

    /// Responds to an API client, at any address.
    public void sendProblem(int status, @Nullable String detail, HttpServletResponse response)
            throws IOException {
        send(problem(new ErrorPage(status, Ids.next().toString()), detail), response);
    }

    /// Responds to an API client with this problem.
    public void sendProblem(ProblemDetail problem, HttpServletResponse response)
            throws IOException {
        send(problem, response);
    }

    private static ProblemDetail problem(ErrorPage error, @Nullable String detail) {
        var problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(error.code()));
        problem.setDetail(detail);
        problem.setInstance(URI.create("urn:uuid:" + error.id()));
        return problem;
    }

    /// The originally requested address decides, not the one that errors are dispatched to.
    static boolean isApiRequest(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var address = original instanceof String first ? first : request.getRequestURI();
        return address.startsWith("/api/", request.getContextPath().length());
    }

    void send(ProblemDetail problem, HttpServletResponse response) throws IOException {
        if (problem.getType() == null) {
            problem.setType(URI.create("about:blank"));
        }
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
