package dev.parley.team;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When agents count as unreachable and as lost.
///
/// @param reach how long after its last heartbeat a desk counts as open
/// @param lost how long after the last heartbeat an agent's conversations are released
@Validated
@ConfigurationProperties("parley.team")
public record TeamSettings(
        @DefaultValue("45s") @DurationMin(seconds = 1) Duration reach,
        @DefaultValue("8m") @DurationMin(seconds = 1) Duration lost) {}
