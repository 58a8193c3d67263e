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
/// @param url the JDBC URL of an external PostgreSQL; without it Parley runs an embedded one
/// @param binaries the folder with `postgres` and `initdb` of a PostgreSQL that is installed on
///   this machine, for the embedded one to use; without it the programs that Parley includes are
///   used
/// @param port the port of the embedded one on 127.0.0.1; 0 for any free port
@Validated
@ConfigurationProperties("parley.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("parley") String user,
        @DefaultValue("") String password,
        @DefaultValue("10") @Min(2) @Max(1000) int poolSize,
        @DefaultValue("0") @Min(0) @Max(65535) int port,
        @Nullable Path binaries) {
    boolean isEmbedded() {
        return url == null || url.isBlank();
    }
}
