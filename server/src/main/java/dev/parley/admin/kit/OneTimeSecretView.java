package dev.parley.admin.kit;

/// A secret that is shown only once.
public record OneTimeSecretView(
        String title, String about, String label, String secret, String back, String backLabel) {}
