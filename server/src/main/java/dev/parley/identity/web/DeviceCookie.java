package dev.parley.identity.web;

import static java.util.stream.Collectors.joining;

import dev.parley.platform.web.LongLivedCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.WebUtils;

/// The cookie by which a browser is known that was used to sign in before, with one id for each of
/// the latest people. Only the sign-in page receives it, and it grants nothing.
final class DeviceCookie {
    private static final String NAME = "device";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String SEPARATOR = ".";
    private static final int PEOPLE = 10;

    private DeviceCookie() {}

    /// {@return the ids of the device, the latest first}
    static List<String> of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null
                ? List.of()
                : Arrays.stream(cookie.getValue().split(Pattern.quote(SEPARATOR), -1))
                        .filter(id -> ID.matcher(id).matches())
                        .limit(PEOPLE)
                        .toList();
    }

    /// Stores this id before the others for a year.
    static void store(
            String device,
            List<String> others,
            HttpServletRequest request,
            HttpServletResponse response) {
        var ids =
                Stream.concat(Stream.of(device), others.stream())
                        .distinct()
                        .limit(PEOPLE)
                        .collect(joining(SEPARATOR));
        new LongLivedCookie(NAME, "/sign-in").store(ids, request, response);
    }
}
