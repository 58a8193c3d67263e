package dev.parley.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much space must be free.
///
/// @param warnBelow when administrators are told
/// @param fullBelow when the disk counts as full
@ConfigurationProperties("parley.storage")
public record StorageSettings(
        @DefaultValue("1GB") DataSize warnBelow, @DefaultValue("200MB") DataSize fullBelow) {}
