package dev.parley.workstream.notification;

import java.time.Duration;
import java.util.List;

/// What an administrator decides about a notification.
///
/// @param countdown how long the agent has to answer, 30 seconds to 5 minutes
/// @param fields up to four, in the order in which they are shown
/// @param mayDecline whether the agent may decline, not only accept or ignore it
/// @param autoAssign whether the conversation is assigned at once, without asking the agent
public record NotificationContent(
        Duration countdown,
        List<NotificationField> fields,
        LabelTexts accept,
        LabelTexts decline,
        boolean mayDecline,
        DesktopNotification desktop,
        boolean sound,
        boolean autoAssign) {
    /// The range of the countdown, in seconds.
    public static final int SHORTEST = 30;

    public static final int LONGEST = 300;

    public static final int MOST_FIELDS = 4;

    /// How a new template starts.
    public static final NotificationContent USUAL =
            new NotificationContent(
                    Duration.ofMinutes(2),
                    List.of(
                            NotificationField.LAST_MESSAGE,
                            NotificationField.ENDPOINT,
                            NotificationField.WAITING,
                            NotificationField.REASON),
                    LabelTexts.USUAL,
                    LabelTexts.USUAL,
                    true,
                    DesktopNotification.BACKGROUND,
                    true,
                    false);

    public NotificationContent {
        fields = List.copyOf(fields);
        var seconds = countdown.toSeconds();
        if (seconds < SHORTEST || seconds > LONGEST || fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException("Not a valid notification");
        }
    }
}
