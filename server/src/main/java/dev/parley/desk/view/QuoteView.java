package dev.parley.desk.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The message that another one answers.
///
/// @param messageId null where it was never seen here
/// @param text its words on one line; null where it is not known or was unsent
public record QuoteView(
        @Nullable UUID messageId, @Nullable String authorName, @Nullable String text) {}
