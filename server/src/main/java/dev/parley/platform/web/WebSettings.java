package dev.parley.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param liveSources for page development: the folder `server/src/main`, from which templates,
///   styles and scripts are then read at each request instead of from the build
@ConfigurationProperties("parley.web")
record WebSettings(@Nullable String liveSources) {}
