package dev.parley.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// The cookie of a session. What cannot be the id of one is no session, rather than a failure of
/// the database: a browser would send it for ever.
final class SessionCookie extends DefaultCookieSerializer {
    private static final Pattern ID = Pattern.compile("[!-~]{1,200}");

    SessionCookie() {
        setCookieName("parley");
        setSameSite("Lax");
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return super.readCookieValues(request).stream()
                .filter(id -> ID.matcher(id).matches())
                .toList();
    }
}
