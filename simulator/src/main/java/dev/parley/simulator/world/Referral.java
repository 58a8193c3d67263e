package dev.parley.simulator.world;

import org.jspecify.annotations.Nullable;

/// How a person came to the thread: a link, an ad, or a product that they ask about.
public record Referral(
        String ref, String source, String type, @Nullable Ad ad, @Nullable String product) {
    /// The content of an ad.
    public record Ad(String id, String title, @Nullable String photo) {}

    ThreadNote note(long at) {
        if (product != null) {
            return new ThreadNote(at, "product", product);
        }
        return ad == null ? new ThreadNote(at, "link", ref) : new ThreadNote(at, "ad", ad.title());
    }
}
