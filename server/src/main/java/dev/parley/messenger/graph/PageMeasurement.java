package dev.parley.messenger.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Meta's answers to all questions that show whether one page works. Nothing is judged here. See
/// https://developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging See
/// https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps
///
/// @param callbacks what the app has registered for pages
/// @param installed the apps that the page sends its events to, as far as the token may see them
/// @param holders the app that controls each of the latest threads; empty if none does
/// @param name whether Meta returns the name of the person who wrote last
public record PageMeasurement(
        Line line,
        GraphResult<Token> token,
        GraphResult<List<Registration>> callbacks,
        GraphResult<List<Installed>> installed,
        List<GraphResult<String>> holders,
        GraphResult<Boolean> name) {
    public PageMeasurement {
        holders = List.copyOf(holders);
    }

    /// Measurements of the calls themselves.
    ///
    /// @param slowest how long the slowest response took
    /// @param ahead by how much our clock is ahead of Meta's; null if Meta sent no time
    public record Line(Duration slowest, @Nullable Duration ahead) {}

    /// The result of `debug_token`.
    ///
    /// @param type Meta's name for it: `PAGE`, `USER`, `APP`, …; empty if Meta does not return it
    /// @param appId the app that it was issued for; empty if Meta does not return it
    /// @param profileId the page that it belongs to; empty if Meta does not return it
    /// @param expiresAt null for never
    /// @param dataAccessEndsAt when its owner must allow access to data again; null for never
    /// @param messagingPages the pages that `pages_messaging` was granted for; empty for all
    /// @param cause why it is not valid, as a stable code; null if it is valid
    /// @param detail the same in Meta's own words
    public record Token(
            boolean valid,
            String type,
            String appId,
            String application,
            String profileId,
            @Nullable Instant expiresAt,
            @Nullable Instant dataAccessEndsAt,
            List<String> scopes,
            List<String> messagingPages,
            @Nullable String cause,
            @Nullable String detail) {
        public Token {
            scopes = List.copyOf(scopes);
            messagingPages = List.copyOf(messagingPages);
        }
    }

    /// What an app has registered for pages.
    ///
    /// @param active false once Meta has switched it off
    public record Registration(String url, boolean active, List<String> fields) {
        public Registration {
            fields = List.copyOf(fields);
        }
    }

    /// An app that is installed on a page.
    public record Installed(String appId, List<String> fields) {
        public Installed {
            fields = List.copyOf(fields);
        }
    }
}
