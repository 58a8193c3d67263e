package dev.parley.desk.view;

import java.time.Instant;

/// What was done a moment ago and may be taken back.
///
/// @param what as it stands in an address: `end` or `close`
/// @param until from when on it stays done
public record UndoView(String what, Instant until) {}
