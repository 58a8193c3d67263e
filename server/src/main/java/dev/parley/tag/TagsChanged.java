package dev.parley.tag;

/// A tag was renamed, merged or deleted: any number of conversations may look different.
public record TagsChanged() {}
