package dev.parley.messenger.webhook;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The emoji of a reaction: Meta sends the emoji itself, and formerly only a word for it. ASCII
/// text is not an emoji.
final class Emoji {
    private Emoji() {}

    static String of(JsonNode reaction) {
        var emoji = WebhookItem.text(reaction.path("emoji"));
        return emoji == null || emoji.length() > 32 || emoji.chars().allMatch(c -> c < 128)
                ? ofWord(WebhookItem.text(reaction.path("reaction")))
                : emoji;
    }

    private static String ofWord(@Nullable String word) {
        return switch (word) {
            case "smile" -> "😆";
            case "angry" -> "😠";
            case "sad" -> "😢";
            case "wow" -> "😮";
            case "love" -> "❤️";
            case "like" -> "👍";
            case "dislike" -> "👎";
            case null, default -> "❔";
        };
    }
}
