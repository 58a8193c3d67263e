package dev.parley.messenger.doctor;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How often pages are checked.
///
/// @param checkEvery how often a running page is checked
/// @param checkAgainAfter how soon a page that needs attention is checked again, because Meta does
///   not report to us what was fixed there
/// @param settleAfter how long after an error of its token or its permissions a page is checked, so
///   that many errors cause one check
/// @param alertAfter how long a problem must last before an alert is sent
@Validated
@ConfigurationProperties("parley.doctor")
public record DoctorSettings(
        @DefaultValue("24h") @DurationMin(seconds = 1) Duration checkEvery,
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration checkAgainAfter,
        @DefaultValue("10s") @DurationMin(seconds = 0) Duration settleAfter,
        @DefaultValue("2m") @DurationMin(seconds = 0) Duration alertAfter) {}
