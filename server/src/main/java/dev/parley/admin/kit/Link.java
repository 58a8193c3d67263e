package dev.parley.admin.kit;

/// Where a screen can be gone on to.
public record Link(String words, String address) {
    public static final Link NONE = new Link("", "");
}
