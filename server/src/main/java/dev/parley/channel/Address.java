package dev.parley.channel;

/// Where one person talks with one of our endpoints.
///
/// @param endpoint the company's side, as the channel numbers it
/// @param person the customer's side, as this endpoint identifies it; empty for an event about the
///   endpoint that concerns no particular person
public record Address(ChannelKind channel, String endpoint, String person) {
    /// The longest id that is accepted from a channel, in characters.
    public static final int LONGEST_ID = 100;

    public Address {
        if (endpoint.length() > LONGEST_ID || person.length() > LONGEST_ID) {
            throw new IllegalArgumentException("An id must not exceed 100 characters");
        }
    }

    /// {@return the company's side}
    public Endpoint at() {
        return new Endpoint(channel, endpoint);
    }

    public boolean hasPerson() {
        return !person.isEmpty();
    }
}
