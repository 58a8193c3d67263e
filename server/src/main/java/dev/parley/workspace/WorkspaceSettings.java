package dev.parley.workspace;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What each user may leave at the desk, and for how long.
///
/// @param sessions how many conversations a user can have open as tabs
/// @param keepDrafts how long a draft is stored after it was last changed
@Validated
@ConfigurationProperties("parley.desk")
public record WorkspaceSettings(
        @DefaultValue("10") @Min(1) @Max(20) int sessions,
        @DefaultValue("14d") @DurationMin(minutes = 1) Duration keepDrafts) {}
