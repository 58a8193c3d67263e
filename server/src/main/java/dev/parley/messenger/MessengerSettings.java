package dev.parley.messenger;

import dev.parley.platform.PublicAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The URL of the Graph API, and Parley's timeouts and limits for Messenger.
///
/// @param graphUrl the URL of the Graph API; can be set to the simulator or a proxy
/// @param graphVersion a setting, because a version is supported for about two years (Graph API
///   changelog)
/// @param connectTimeout how long to wait for a connection
/// @param readTimeout how long to wait for a response, after which a send is *unknown*
/// @param checkTimeout the same while an administrator waits for the check of keys
/// @param uploadTimeout the same for sending a file
/// @param previousSecret how long webhooks signed with the previous app secret are accepted
/// @param fileTimeout how long downloading a file may take, from the request to the last byte
/// @param fileHosts hosts, including subdomains, from which files may be downloaded, besides the
///   Graph API's own
/// @param textRate the maximum number of messages that a page sends per second, on this node
/// @param mediaRate how many of these may contain audio or video
@Validated
@ConfigurationProperties("parley.messenger")
public record MessengerSettings(
        @DefaultValue("https://graph.facebook.com") URI graphUrl,
        @DefaultValue("v26.0") String graphVersion,
        @DefaultValue("3s") @DurationMin(millis = 100) Duration connectTimeout,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration readTimeout,
        @DefaultValue("5s") @DurationMin(millis = 100) Duration checkTimeout,
        @DefaultValue("2m") @DurationMin(millis = 100) Duration uploadTimeout,
        @DefaultValue("24h") @DurationMin(seconds = 0) Duration previousSecret,
        @DefaultValue("60s") @DurationMin(millis = 100) Duration fileTimeout,
        @DefaultValue({"fbcdn.net", "fbsbx.com"}) List<String> fileHosts,
        @DefaultValue("300") @Min(1) @Max(10000) int textRate,
        @DefaultValue("10") @Min(1) @Max(10000) int mediaRate) {

    /// {@return whether a local server, such as the simulator, is used instead of Meta}
    public boolean usesLocalServer() {
        return !PublicAddress.is(graphUrl);
    }
}
