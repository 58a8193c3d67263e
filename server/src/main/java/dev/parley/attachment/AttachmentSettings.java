package dev.parley.attachment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long files are kept that nobody needs yet.
///
/// @param keepUnsent how long an uploaded file waits for the message that sends it
@ConfigurationProperties("parley.attachment")
public record AttachmentSettings(@DefaultValue("4h") Duration keepUnsent) {}
