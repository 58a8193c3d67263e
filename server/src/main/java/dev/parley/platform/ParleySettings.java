package dev.parley.platform;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the whole server.
///
/// @param mode production, unless a demo is requested
/// @param data the directory for everything that is not stored in an external database
/// @param publicUrl the address at which Parley is reached from the internet; required in
///   production
/// @param secretKey 32 bytes in base64; without it a key file in the data directory is used
@ConfigurationProperties("parley")
public record ParleySettings(
        @DefaultValue("serve") Mode mode,
        @DefaultValue("data") Path data,
        @Nullable URI publicUrl,
        @Nullable String secretKey) {
    /// Whether it is for real customers.
    public enum Mode {
        DEMO,
        SERVE
    }
}
