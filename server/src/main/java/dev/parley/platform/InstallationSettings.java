package dev.parley.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What an operator says about this installation where nobody can click.
///
/// @param confirm `copy`, or `moved-` with the code that the log gives
@ConfigurationProperties("parley.installation")
record InstallationSettings(@Nullable String confirm) {}
