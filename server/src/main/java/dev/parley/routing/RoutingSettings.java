package dev.parley.routing;

import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long offers are valid, and when they are repeated.
///
/// @param offerFor how long an agent has to answer an offer
/// @param askAgainAfter how long an agent who declined is not offered the same conversation
/// @param inactiveAfterMissed after how many missed offers in a row an agent gets no more offers,
///   until they change their presence; zero for never
@Validated
@ConfigurationProperties("parley.routing")
public record RoutingSettings(
        @DefaultValue("120s") @DurationMin(seconds = 1) Duration offerFor,
        @DefaultValue("60s") @DurationMin(seconds = 0) Duration askAgainAfter,
        @DefaultValue("1") @PositiveOrZero int inactiveAfterMissed) {}
