package dev.parley.engagement.web.view;

/// What one step of a macro does.
///
/// @param text what it writes, with its slugs replaced by sample values; empty for nothing
public record MacroPreviewStep(String what, String text) {}
