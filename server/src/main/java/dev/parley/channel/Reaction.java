package dev.parley.channel;

/// An emoji that an agent can put on a customer's message.
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
