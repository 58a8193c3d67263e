package dev.parley.engagement;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The values of the slugs in one conversation.
///
/// @param customer the customer's name; null if no channel provided one
/// @param agent the display name of the agent who inserts the answer
/// @param number the conversation's number, as it is displayed
/// @param fields as in [CustomerSlugs#valuesOf]; asked only for a text that contains one
public record SlugValues(
        @Nullable String customer,
        String agent,
        String number,
        Supplier<Map<String, String>> fields) {
    /// Without fields that the company added.
    public SlugValues(@Nullable String customer, String agent, String number) {
        this(customer, agent, number, Map::of);
    }

    /// {@return the value of the field with this key; empty if there is none}
    String ofField(String key) {
        return fields.get().getOrDefault(key, "");
    }

    /// {@return the value of this slug; empty if there is none}
    String of(Slug slug) {
        return switch (slug) {
            case CUSTOMER_FULL_NAME -> person().full();
            case CUSTOMER_FIRST_NAME -> person().first();
            case CUSTOMER_LAST_NAME -> person().last();
            case AGENT_DISPLAY_NAME, AGENT_FULL_NAME -> PersonName.of(agent).full();
            case AGENT_FIRST_NAME -> PersonName.of(agent).first();
            case AGENT_LAST_NAME -> PersonName.of(agent).last();
            case CONVERSATION_NUMBER -> number;
        };
    }

    private PersonName person() {
        return PersonName.of(customer == null ? "" : customer);
    }
}
