package dev.parley.simulator.world;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// An app as registered by its developer.
public record App(String id, String secret, String name) {
    /// {@return the app access token in the form that needs no call: `id|secret`}
    public String token() {
        return id + "|" + secret;
    }

    /// {@return the token of the employee who connects pages to the app}
    public String userToken() {
        return "EAAuser" + id;
    }

    boolean hasToken(String text) {
        return token().equals(text) || token().equals(decoded(text));
    }

    private static String decoded(String text) {
        return text.contains("%7C") || text.contains("%7c")
                ? URLDecoder.decode(text, StandardCharsets.UTF_8)
                : text;
    }
}
