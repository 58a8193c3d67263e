package dev.parley.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When conversations close that nobody touches (reference 2.15). How long one waits for its
/// customer is its workstream's to say.
///
/// @param undoFor how long an agent may take back that they ended or closed one; zero for not at
///   all
@ConfigurationProperties("parley.conversation")
public record ConversationSettings(
        @DefaultValue("30d") Duration closeOpenAfter,
        @DefaultValue("30d") Duration closeActiveAfter,
        @DefaultValue("1d") Duration closeWrapUpAfter,
        @DefaultValue("10s") Duration undoFor) {}
