package dev.parley.platform;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Thresholds of free disk space.
///
/// @param warnBelow below this, administrators are warned
/// @param fullBelow below this, the disk counts as full
@Validated
@ConfigurationProperties("parley.storage")
public record StorageSettings(
        @DefaultValue("1GB") DataSize warnBelow, @DefaultValue("200MB") DataSize fullBelow) {

    @AssertTrue(message = "warn-below must not be less than full-below, nor either negative") boolean isInOrder() {
        return !fullBelow.isNegative() && warnBelow.compareTo(fullBelow) >= 0;
    }
}
