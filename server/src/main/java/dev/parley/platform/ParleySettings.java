package dev.parley.platform;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the whole server is told about itself.
///
/// @param mode production, unless a demo is asked for
/// @param data where everything is kept that is not in a database run elsewhere
/// @param publicUrl how the world reaches us; required in production
/// @param secretKey 32 bytes in base64; without it a key file in the data directory is used
@ConfigurationProperties("parley")
public record ParleySettings(
        @DefaultValue("serve") Mode mode,
        @DefaultValue("data") Path data,
        @Nullable URI publicUrl,
        @Nullable String secretKey) {
    /// Whether real customers write to it.
    public enum Mode {
        DEMO,
        SERVE
    }
}
