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

/// Where Messenger is, and how patient Parley is with it.
///
/// @param graphUrl where the Graph API answers; the simulator or a proxy can stand in
/// @param graphVersion a version lives about two years (Graph API changelog), so it is a setting
/// @param connectTimeout how long to wait for a connection
/// @param readTimeout how long to wait for an answer, after which a send is *unknown*
/// @param checkTimeout the same while an administrator waits to hear whether keys will do
/// @param uploadTimeout the same where a file goes along
/// @param previousSecret how long webhooks are taken that are signed with the app secret before
/// @param fileTimeout how long fetching a file may take, from the request to the last byte
/// @param fileHosts from which hosts files may be fetched, subdomains included, besides the host of
///   the Graph API itself
/// @param textRate how many messages a page sends a second at most, on this node
/// @param mediaRate how many sounds and films of these
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

    /// {@return whether something of our own stands in for Meta, as the simulator does}
    public boolean hasStandIn() {
        return !PublicAddress.is(graphUrl);
    }
}
