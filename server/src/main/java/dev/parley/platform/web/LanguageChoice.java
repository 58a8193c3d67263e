package dev.parley.platform.web;

import dev.parley.platform.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// The language chosen by a user who is not signed in, stored in a cookie.
public final class LanguageChoice {
    static final String COOKIE = "lang";

    private LanguageChoice() {}

    /// Stores the choice for a year.
    public static void store(
            Language language, HttpServletRequest request, HttpServletResponse response) {
        new LongLivedCookie(COOKIE, "/").store(language.tag(), request, response);
    }
}
