package dev.parley.messenger.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Meta says of one page when it is asked everything that bears on whether it works. Nothing
/// is judged here. See
/// https://developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging See
/// https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps
///
/// @param callbacks what the app has registered for pages
/// @param installed the apps that the page sends its events to, as far as the token may see them
/// @param holders the app that holds each of the latest threads; empty where none does
/// @param name whether Meta tells the name of the person who wrote last
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

    /// How the calls themselves went.
    ///
    /// @param slowest how long the slowest answer took
    /// @param ahead by how much our clock is ahead of Meta's; null where Meta told no time
    public record Line(Duration slowest, @Nullable Duration ahead) {}

    /// What `debug_token` tells.
    ///
    /// @param type as Meta calls it: `PAGE`, `USER`, `APP`, …; empty where it does not say
    /// @param appId the app that it was made for; empty where Meta does not say
    /// @param profileId the page that it speaks for; empty where Meta does not say
    /// @param expiresAt null for never
    /// @param dataAccessEndsAt when its owner must allow access to data once more; null for never
    /// @param messagingPages the pages that `pages_messaging` was granted for; empty for all
    /// @param cause why it is not valid, as a stable code; null where it is
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

    /// An app on a page.
    public record Installed(String appId, List<String> fields) {
        public Installed {
            fields = List.copyOf(fields);
        }
    }
}
