package dev.parley.admin.kit;

/// A link to another screen.
public record Link(String words, String address) {
    public static final Link NONE = new Link("", "");
}
