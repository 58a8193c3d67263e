package dev.parley.platform.web;

import dev.parley.platform.Ids;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells a person by a page, and a program by a problem (RFC 9457), why they were not obeyed.
@Component
public class Mishaps {
    private final Frames frames;
    private final Templates templates;
    private final JsonMapper json;

    Mishaps(Frames frames, Templates templates, JsonMapper json) {
        this.frames = frames;
        this.templates = templates;
        this.json = json;
    }

    /// Answers with this status, in the form that suits the address that was asked for.
    ///
    /// @param detail for programs; the page has words of its own
    public void tell(
            int status,
            @Nullable String detail,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        tell(new Mishap(status, Ids.next().toString()), detail, request, response);
    }

    /// Tells somebody that their form was open too long to be trusted.
    public void tellStale(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        tell(Mishap.STALE, null, request, response);
    }

    void tell(
            Mishap mishap,
            @Nullable String detail,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (forPrograms(request)) {
            send(problem(mishap, detail), response);
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(mishap.code());
            say(
                    frames.of(request).text("error." + mishap.kind() + ".short", mishap.id()),
                    response);
        } else {
            response.setStatus(mishap.code());
            JteModels.send(templates.layoutError(frames.of(request), mishap), response);
        }
    }

    /// A script that asked for a part of a page shows a sentence in its place.
    private static void say(String sentence, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
    }

    /// Answers a program, whatever address it asked for.
    public void tellProgram(int status, @Nullable String detail, HttpServletResponse response)
            throws IOException {
        send(problem(new Mishap(status, Ids.next().toString()), detail), response);
    }

    private static ProblemDetail problem(Mishap mishap, @Nullable String detail) {
        var problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(mishap.code()));
        problem.setDetail(detail);
        problem.setInstance(URI.create("urn:uuid:" + mishap.id()));
        return problem;
    }

    static boolean forPrograms(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/");
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
