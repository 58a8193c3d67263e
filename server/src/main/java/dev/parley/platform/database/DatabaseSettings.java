package dev.parley.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which database to use.
///
/// @param url of a PostgreSQL that is run elsewhere; without it Parley runs its own
/// @param port where our own listens on 127.0.0.1; 0 for one that happens to be free
@ConfigurationProperties("parley.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("parley") String user,
        @DefaultValue("") String password,
        @DefaultValue("10") int poolSize,
        @DefaultValue("0") int port) {}
