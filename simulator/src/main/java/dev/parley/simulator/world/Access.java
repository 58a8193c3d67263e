package dev.parley.simulator.world;

/// The app and the page of a page access token.
public record Access(Page page, App app) {
    /// {@return the token; each app has a different one for the same page}
    public String token() {
        return app.id().equals(page.appId())
                ? page.token()
                : "EAA%sp%s".formatted(app.id(), page.id());
    }
}
