package dev.parley.desk.view;

import java.time.Instant;

/// A recent action that can be undone.
///
/// @param what its name in a URL: `end` or `close`
/// @param until when it can no longer be undone
public record UndoView(String what, Instant until) {}
