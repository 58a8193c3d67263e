package dev.parley.team;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When agents count as offline, and when their conversations are released.
///
/// @param offlineAfter how long after the last heartbeat of their desk an agent counts as offline
/// @param releaseAfter how long after the last heartbeat an agent's conversations are released
@Validated
@ConfigurationProperties("parley.team")
public record TeamSettings(
        @DefaultValue("45s") @DurationMin(seconds = 1) Duration offlineAfter,
        @DefaultValue("8m") @DurationMin(seconds = 1) Duration releaseAfter) {}
