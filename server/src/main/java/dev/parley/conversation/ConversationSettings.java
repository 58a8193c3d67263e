package dev.parley.conversation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When conversations without activity close. How long one waits for its customer is set in its
/// workstream.
///
/// @param undoFor how long an agent can undo ending or closing a conversation; zero disables it
@Validated
@ConfigurationProperties("parley.conversation")
public record ConversationSettings(
        @DefaultValue("30d") @DurationMin(seconds = 1) Duration closeOpenAfter,
        @DefaultValue("30d") @DurationMin(seconds = 1) Duration closeActiveAfter,
        @DefaultValue("1d") @DurationMin(seconds = 1) Duration closeWrapUpAfter,
        @DefaultValue("10s") @DurationMin(seconds = 0) Duration undoFor) {}
