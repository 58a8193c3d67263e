package dev.parley.workspace;

import dev.parley.workstream.notification.DesktopNotification;
import java.time.Duration;
import java.util.List;

/// How a user's desk reports new messages in their own conversations. How new conversations are
/// reported is decided by notification templates, but the repetition applies to them too.
///
/// @param sound whether a sound is played
/// @param title whether the title of the window names the customer while it is in the background
/// @param showText whether desktop notifications contain the text of the message
/// @param repeatAfter how long a message can stay unread before it is reported again, one of
///   [#REPEATS]; zero for never
public record AlertSettings(
        boolean sound,
        boolean title,
        DesktopNotification desktop,
        boolean showText,
        Duration repeatAfter) {
    /// The offered times of repetition.
    public static final List<Duration> REPEATS =
            List.of(
                    Duration.ZERO,
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5));

    public static final AlertSettings DEFAULT =
            new AlertSettings(true, true, DesktopNotification.NEVER, false, Duration.ZERO);

    public AlertSettings {
        if (!REPEATS.contains(repeatAfter)) {
            throw new IllegalArgumentException("Not offered: " + repeatAfter);
        }
    }
}
