package dev.parley.transcript;

/// An entry of a transcript.
///
/// @param heading when it was, and who it was by; or what happened
/// @param text what was said, maybe in several lines; empty for none
public record TranscriptEntry(String heading, String text) {}
