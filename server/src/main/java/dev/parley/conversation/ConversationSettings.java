package dev.parley.conversation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When conversations close that nobody touches. How long one waits for its customer is its
/// workstream's to say.
///
/// @param undoFor how long an agent may take back that they ended or closed one; zero for not at
///   all
@Validated
@ConfigurationProperties("parley.conversation")
public record ConversationSettings(
        @DefaultValue("30d") @DurationMin(seconds = 1) Duration closeOpenAfter,
        @DefaultValue("30d") @DurationMin(seconds = 1) Duration closeActiveAfter,
        @DefaultValue("1d") @DurationMin(seconds = 1) Duration closeWrapUpAfter,
        @DefaultValue("10s") @DurationMin(seconds = 0) Duration undoFor) {}
