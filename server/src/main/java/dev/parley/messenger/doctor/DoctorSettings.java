package dev.parley.messenger.doctor;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How often pages are looked at.
///
/// @param checkEvery how often a page that runs is looked at
/// @param checkAgainAfter how soon one is that needs attention, for what is mended at Meta is not
///   told to us
/// @param settleAfter how long after an error of its token or its permissions a page is looked at,
///   so that many errors are one look
/// @param alertAfter how long something must have been wrong before a message about it is sent
@Validated
@ConfigurationProperties("parley.doctor")
public record DoctorSettings(
        @DefaultValue("24h") @DurationMin(seconds = 1) Duration checkEvery,
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration checkAgainAfter,
        @DefaultValue("10s") @DurationMin(seconds = 0) Duration settleAfter,
        @DefaultValue("2m") @DurationMin(seconds = 0) Duration alertAfter) {}
