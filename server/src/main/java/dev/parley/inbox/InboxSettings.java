package dev.parley.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the inbox keeps and hands on.
///
/// @param queue how many deliveries may wait for the disk before further ones are sent away
/// @param hands how many threads hand envelopes on
/// @param batch how many envelopes go into one transaction when many wait
/// @param keep how long handled envelopes and settled dead letters are kept
/// @param alarmAfter for how long an accepted envelope may wait before health says so
@ConfigurationProperties("parley.inbox")
public record InboxSettings(
        @DefaultValue("2000") int queue,
        @DefaultValue("2") int hands,
        @DefaultValue("50") int batch,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("5m") Duration alarmAfter) {}
