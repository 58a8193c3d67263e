package dev.parley.channel;

/// Where one person talks with one of our pages.
///
/// @param page the company's side, as the channel numbers it (a Facebook page id)
/// @param person the customer's side, as this page knows it (a page-scoped id); empty where an
///   event is about the page and nobody in particular
public record Address(ChannelKind channel, String page, String person) {
    /// The longest id that a channel is believed to mean.
    public static final int LONGEST_ID = 100;

    public Address {
        if (page.length() > LONGEST_ID || person.length() > LONGEST_ID) {
            throw new IllegalArgumentException("An id of more than 100 characters is no id");
        }
    }

    public boolean namesAPerson() {
        return !person.isEmpty();
    }
}
