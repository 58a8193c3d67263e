package dev.parley.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param liveSources for work on pages: the folder `server/src/main`, to read templates, styles
///   and scripts from it at each request instead of from the build
@ConfigurationProperties("parley.web")
record WebSettings(@Nullable String liveSources) {}
