package dev.parley.messenger.doctor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often pages are looked at.
///
/// @param checkEvery how often a page that runs is looked at
/// @param checkAgainAfter how soon one is that needs attention, for what is mended at Meta is not
///   told to us
/// @param settleAfter how long after an error of its token or its permissions a page is looked at,
///   so that many errors are one look
/// @param tellAfter how long something must have been wrong before a message about it is sent
@ConfigurationProperties("parley.doctor")
public record DoctorSettings(
        @DefaultValue("24h") Duration checkEvery,
        @DefaultValue("1h") Duration checkAgainAfter,
        @DefaultValue("10s") Duration settleAfter,
        @DefaultValue("2m") Duration tellAfter) {}
