package dev.parley.channel;

/// A reply button: an answer that a message offers and the customer taps.
///
/// @param payload what the channel returns when the customer taps it
public record ReplyButton(String title, String payload) {}
