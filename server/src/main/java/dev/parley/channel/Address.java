package dev.parley.channel;

/// Where one person talks with one of our endpoints.
///
/// @param endpoint the company's side, as the channel numbers it
/// @param person the customer's side, as this endpoint knows it; empty where an event is about the
///   endpoint and nobody in particular
public record Address(ChannelKind channel, String endpoint, String person) {
    /// The longest id that a channel is believed to mean.
    public static final int LONGEST_ID = 100;

    public Address {
        if (endpoint.length() > LONGEST_ID || person.length() > LONGEST_ID) {
            throw new IllegalArgumentException("An id of more than 100 characters is no id");
        }
    }

    /// {@return the company's side}
    public Endpoint at() {
        return new Endpoint(channel, endpoint);
    }

    public boolean namesAPerson() {
        return !person.isEmpty();
    }
}
