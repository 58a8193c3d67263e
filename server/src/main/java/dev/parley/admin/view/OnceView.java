package dev.parley.admin.view;

/// A secret that is shown this once.
public record OnceView(
        String title, String about, String label, String secret, String back, String backLabel) {}
