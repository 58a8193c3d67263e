package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// The OpenAPI document is written once, whoever asks and however often.
class OpenApiDocumentTests {
    private final OpenApiDocument filter = new OpenApiDocument();
    private final AtomicInteger written = new AtomicInteger();

    @Test
    void isWrittenOnceForAll() throws Exception {
        assertThat(get("en", this::write)).isEqualTo("{\"number\": 1}");
        assertThat(get("zh-TW", this::write)).isEqualTo("{\"number\": 1}");
        assertThat(get("de", this::write)).isEqualTo("{\"number\": 1}");
    }

    @Test
    void aFailureIsNotKept() throws Exception {
        assertThat(get("en", (_, response) -> ((HttpServletResponse) response).setStatus(503)))
                .isEmpty();
        assertThat(get("en", this::write)).isEqualTo("{\"number\": 1}");
    }

    @Test
    void askingForItsHeadWritesNothingEither() throws Exception {
        var _ = get("en", this::write);
        filter.doFilter(
                new MockHttpServletRequest("HEAD", OpenApiDocument.PATH),
                new MockHttpServletResponse(),
                this::write);
        assertThat(written).hasValue(1);
    }

    private String get(String language, FilterChain chain) throws Exception {
        var request = new MockHttpServletRequest("GET", OpenApiDocument.PATH);
        request.addHeader("Accept-Language", language);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response.getContentAsString();
    }

    private void write(ServletRequest request, ServletResponse to) throws IOException {
        to.getWriter().write("{\"number\": %d}".formatted(written.incrementAndGet()));
    }
}
