package dev.parley.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/// For file uploads, the CSRF token must be in the header: reading it from the fields of the form
/// would mean accepting a file from an unverified client.
final class UploadCsrfHandler implements CsrfTokenRequestHandler {
    private final CsrfTokenRequestHandler delegate = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        delegate.handle(request, response, token);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return bringsFile(request) && request.getHeader(token.getHeaderName()) == null
                ? null
                : delegate.resolveCsrfTokenValue(request, token);
    }

    private static boolean bringsFile(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && type.regionMatches(
                        true,
                        0,
                        MediaType.MULTIPART_FORM_DATA_VALUE,
                        0,
                        MediaType.MULTIPART_FORM_DATA_VALUE.length());
    }
}
