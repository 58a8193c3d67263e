package dev.parley.identity;

import java.net.URI;

/// Why a request with an existing API token is refused. The types are stable.
public enum TokenRefusal {
    EXPIRED(401, "token-expired", "The API token has expired"),
    PASSWORD_FIRST(401, "password-change-required", "The user must choose a password first"),
    SCOPE_MISSING(403, "scope-missing", "The API token lacks a scope");

    private final int status;
    private final URI type;
    private final String title;

    TokenRefusal(int status, String name, String title) {
        this.status = status;
        this.type = URI.create("urn:parley:problem:" + name);
        this.title = title;
    }

    public int status() {
        return status;
    }

    public URI type() {
        return type;
    }

    public String title() {
        return title;
    }
}
