package dev.parley.attachment;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Retention of uploaded files that were not sent yet.
///
/// @param keepUnsent how long an uploaded file waits for the message that sends it
@Validated
@ConfigurationProperties("parley.attachment")
public record AttachmentSettings(
        @DefaultValue("4h") @DurationMin(seconds = 1) Duration keepUnsent) {}
