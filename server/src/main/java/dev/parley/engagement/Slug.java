package dev.parley.engagement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A placeholder in a canned answer, written as its name in braces.
public enum Slug {
    CUSTOMER_FULL_NAME("CustomerFullName"),
    CUSTOMER_FIRST_NAME("CustomerFirstName"),
    CUSTOMER_LAST_NAME("CustomerLastName"),
    AGENT_DISPLAY_NAME("AgentDisplayName"),
    AGENT_FULL_NAME("AgentFullName"),
    AGENT_FIRST_NAME("AgentFirstName"),
    AGENT_LAST_NAME("AgentLastName"),
    CONVERSATION_NUMBER("ConversationNumber");

    private final String text;

    Slug(String text) {
        this.text = text;
    }

    /// {@return its name as written between the braces}
    public String text() {
        return text;
    }

    /// {@return the names of all, as they are offered}
    public static List<String> names() {
        return Stream.of(values()).map(Slug::text).toList();
    }

    static Optional<Slug> named(String text) {
        return Stream.of(values()).filter(slug -> slug.text.equalsIgnoreCase(text)).findFirst();
    }
}
