package dev.parley.customer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often channels are asked who people are.
///
/// @param refresh how old a profile may grow before it is asked for again
/// @param retry when to ask again after a channel withheld a profile
@ConfigurationProperties("parley.customer")
public record CustomerSettings(
        @DefaultValue("30d") Duration refresh, @DefaultValue("1d") Duration retry) {}
