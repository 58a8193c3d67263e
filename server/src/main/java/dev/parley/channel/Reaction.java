package dev.parley.channel;

/// A small sign that one of us puts on a message of a customer's.
public enum Reaction {
    LOVE("❤️"),
    SMILE("😆"),
    WOW("😮"),
    SAD("😢"),
    ANGRY("😠"),
    LIKE("👍"),
    DISLIKE("👎");

    private final String emoji;

    Reaction(String emoji) {
        this.emoji = emoji;
    }

    public String emoji() {
        return emoji;
    }
}
