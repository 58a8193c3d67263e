package dev.parley.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Confirms by setting what this installation is, where no administrator can use the screen.
///
/// @param confirm `copy`, or `moved-` with the code from the log
@ConfigurationProperties("parley.installation")
record InstallationSettings(@Nullable String confirm) {}
