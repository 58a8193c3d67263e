package dev.parley.team;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When agents count as gone.
///
/// @param reach how long after its last sign of life a desk counts as open
/// @param lost how long after the last sign of life an agent's conversations go to others
@Validated
@ConfigurationProperties("parley.team")
public record TeamSettings(
        @DefaultValue("45s") @DurationMin(seconds = 1) Duration reach,
        @DefaultValue("8m") @DurationMin(seconds = 1) Duration lost) {}
