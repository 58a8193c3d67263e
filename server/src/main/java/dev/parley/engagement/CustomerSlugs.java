package dev.parley.engagement;

import dev.parley.conversation.Conversation;
import dev.parley.platform.language.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The slugs of fields that the company added to its record of customers, written `{Customer.key}`.
/// Provided by the module that has this record.
public interface CustomerSlugs {
    /// What their names begin with.
    String PREFIX = "Customer.";

    /// {@return the names of all of them, without braces}
    List<String> names();

    /// {@return the names of all slugs that a text can contain, without braces}
    default List<String> offered() {
        return Stream.concat(Slug.names().stream(), names().stream()).toList();
    }

    /// {@return the values in this conversation, by their keys in lower case; those without a value
    /// are missing}
    Map<String, String> valuesOf(Conversation conversation, Language language);
}
