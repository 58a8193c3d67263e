package dev.parley.platform.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which database to use.
///
/// @param url of a PostgreSQL that is run elsewhere; without it Parley runs its own
/// @param binaries the folder that holds `postgres` and `initdb` of a PostgreSQL that is installed
///   here, for our own to run with; without it the programs that Parley brings are used
/// @param port where our own listens on 127.0.0.1; 0 for one that happens to be free
@Validated
@ConfigurationProperties("parley.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("parley") String user,
        @DefaultValue("") String password,
        @DefaultValue("10") @Min(2) @Max(1000) int poolSize,
        @DefaultValue("0") @Min(0) @Max(65535) int port,
        @Nullable Path binaries) {}
