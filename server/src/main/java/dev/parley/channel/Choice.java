package dev.parley.channel;

/// An answer that a message offers, to be taken by a tap.
///
/// @param payload what the channel gives back when it is taken
public record Choice(String title, String payload) {}
