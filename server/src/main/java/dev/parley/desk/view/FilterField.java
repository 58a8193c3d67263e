package dev.parley.desk.view;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a view of the conversations can be filtered by, each by one value, or by several where it
/// says so.
public enum FilterField {
    /// The state of the conversation.
    STATE("open|active|waiting|wrap-up|closed"),
    /// A channel, or one of its endpoints: the channel, a colon and the endpoint's id.
    ENDPOINT("[a-z][a-z0-9-]{0,39}(:.{1,250})?"),
    /// The id of a workstream.
    WORKSTREAM(FilterField.ID),
    /// The id of the queue in which an unassigned conversation waits.
    QUEUE(FilterField.ID),
    /// The id of the assigned agent, or the user themselves.
    AGENT(FilterField.ME + "|" + FilterField.ID),
    /// The reply window is shut, or closes within this time.
    WINDOW("shut|1h|4h"),
    /// The customer waits for a reply, at all or for at least this time.
    WAITING("any|15m|1h|4h|1d"),
    /// The language of the customer's profile, such as `zh`, or `unknown`.
    LANGUAGE("unknown|[a-z]{2,3}"),
    /// Whether the customer is linked to a contact.
    LINKED("yes|no"),
    /// The ids of up to ten tags, separated by commas: the conversation has at least one of them.
    TAG(FilterField.ID + "(," + FilterField.ID + "){0,9}");

    /// The agent who uses the view.
    public static final String ME = "me";

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Pattern accepted;

    FilterField(String accepted) {
        this.accepted = Pattern.compile(accepted);
    }

    /// {@return its name in a URL or a text key}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return whether it can have several values}
    public boolean several() {
        return this == TAG;
    }

    /// {@return whether this can be a value of it; what it names need not exist}
    public boolean accepts(String value) {
        return accepted.matcher(value).matches();
    }
}
