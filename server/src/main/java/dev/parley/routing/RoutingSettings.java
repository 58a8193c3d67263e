package dev.parley.routing;

import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When offers are repeated, and what missing them means.
///
/// @param askAgainAfter how long an agent who declined is not offered the same conversation
/// @param inactiveAfterMissed after how many missed offers in a row an agent gets no more offers,
///   until they change their presence; zero for never
@Validated
@ConfigurationProperties("parley.routing")
public record RoutingSettings(
        @DefaultValue("60s") @DurationMin(seconds = 0) Duration askAgainAfter,
        @DefaultValue("1") @PositiveOrZero int inactiveAfterMissed) {}
