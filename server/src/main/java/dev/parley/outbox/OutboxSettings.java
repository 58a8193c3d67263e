package dev.parley.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How patiently and how broadly messages are sent.
///
/// @param hands how many messages of one page are under way at once
/// @param textRate how many messages a page may send a second on this node
/// @param mediaRate how many sounds and films of these
/// @param lease how long an attempt may take before whoever made it counts as dead; longer than the
///   channel's own time-outs
/// @param fileLease the same where a file goes along
/// @param firstTrace how long an echo is waited for before the channel's record is asked
/// @param trustAbsence how long after an attempt the record's silence proves that it never arrived
/// @param traces how often the record is asked that cannot tell, before an agent decides
/// @param tries how often a message is tried whose attempts are lost without a trace
/// @param alarmAfter for how long a page that may send may owe a message before health says so
@ConfigurationProperties("parley.outbox")
public record OutboxSettings(
        @DefaultValue("8") int hands,
        @DefaultValue("300") int textRate,
        @DefaultValue("10") int mediaRate,
        @DefaultValue("20s") Duration lease,
        @DefaultValue("150s") Duration fileLease,
        @DefaultValue("3s") Duration firstTrace,
        @DefaultValue("15s") Duration trustAbsence,
        @DefaultValue("6") int traces,
        @DefaultValue("8") int tries,
        @DefaultValue("10m") Duration alarmAfter) {}
