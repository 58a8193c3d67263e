package dev.parley.desk.view;

import dev.parley.workspace.AlertSettings;

/// The page of the agent's alert settings.
///
/// @param saved whether they were just saved
public record AlertSettingsView(AlertSettings settings, boolean saved) {}
