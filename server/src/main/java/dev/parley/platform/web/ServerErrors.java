package dev.parley.platform.web;

import static java.time.ZoneOffset.UTC;

import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import dev.parley.platform.language.Texts;
import java.net.URI;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/// Responds to what is refused before any filter runs: request lines and headers that cannot be
/// read. API clients get a problem; users get a short page in their language.
final class ServerErrors extends ErrorHandler {
    private static final String HTML = "text/html;charset=UTF-8";

    private final Languages languages;
    private final JsonMapper json;

    ServerErrors(Languages languages, JsonMapper json) {
        this.languages = languages;
        this.json = json;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var forProgram = !forUsers(request);
        var headers = response.getHeaders();
        headers.put(
                HttpHeader.CONTENT_TYPE,
                forProgram ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : HTML);
        harden(headers);
        Content.Sink.write(
                response,
                true,
                forProgram ? problem(code) : page(code, language(request)),
                callback);
    }

    /// The address is unknown if it is the unreadable part, so the accepted types decide: browsers
    /// request pages.
    private static boolean forUsers(Request request) {
        var accepted = request.getHeaders().get(HttpHeader.ACCEPT);
        return accepted != null
                && accepted.contains("text/html")
                && !Request.getPathInContext(request).startsWith("/api/");
    }

    private static void harden(HttpFields.Mutable headers) {
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(new HttpField("X-Content-Type-Options", "nosniff"));
        headers.put(new HttpField("Content-Security-Policy", "default-src 'none'"));
    }

    private String problem(int code) {
        var problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(code));
        problem.setType(URI.create("about:blank"));
        problem.setTitle(title(code));
        problem.setDetail("The request line or a header cannot be read.");
        return json.writeValueAsString(problem);
    }

    private static String title(int code) {
        var known = HttpStatus.resolve(code);
        return known == null ? "Refused" : known.getReasonPhrase();
    }

    private String page(int code, Texts texts) {
        var error = new ErrorPage(code, "");
        var title = HtmlUtils.htmlEscape(texts.text("error." + error.kind() + ".title"));
        var next = HtmlUtils.htmlEscape(texts.text("error." + error.kind() + ".next", ""));
        return "<!doctype html><html lang=\"%1$s\"><meta charset=\"utf-8\"><title>%2$s</title><h1>%2$s</h1><p>%3$s</p>"
                .formatted(texts.tag(), title, next);
    }

    private Texts language(Request request) {
        return languages.texts(Language.preferred(Request.getLocales(request)), UTC);
    }
}
