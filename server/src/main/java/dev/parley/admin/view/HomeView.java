package dev.parley.admin.view;

/// What is set up so far.
public record HomeView(int accounts, int pages, int users) {}
