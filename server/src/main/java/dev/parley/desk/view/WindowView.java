package dev.parley.desk.view;

import dev.parley.platform.language.Keys;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The reply window.
///
/// @param closesAt when the current kind ends; null once closed, and when the channel has no limit
public record WindowView(Kind kind, @Nullable Instant closesAt) {
    private static final Duration SOON = Duration.ofHours(1);

    public enum Kind {
        /// Anything may be sent.
        OPEN,
        /// Only what a person writes may be sent.
        EXTENDED,
        CLOSED;

        /// {@return its name in a text key or a class name, such as `extended`}
        public String word() {
            return Keys.word(name());
        }
    }

    public static WindowView closed() {
        return new WindowView(Kind.CLOSED, null);
    }

    public boolean closesSoon(Instant now) {
        return closesAt != null && Duration.between(now, closesAt).compareTo(SOON) < 0;
    }
}
