package dev.parley.desk.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The message that another one answers.
///
/// @param messageId null when Parley never received it
/// @param text its text on one line; null when it is not known or was unsent
public record QuoteView(
        @Nullable UUID messageId, @Nullable String authorName, @Nullable String text) {}
