package dev.parley.admin.kit;

/// What to do about a channel's failed events, by cause.
///
/// @param unreadable of an unknown format
/// @param notForEndpoints of a product that Parley does not use
/// @param unknownEndpoint for an endpoint that is not set up
public record FailedEventTexts(String unreadable, String notForEndpoints, String unknownEndpoint) {}
