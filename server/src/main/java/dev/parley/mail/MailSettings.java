package dev.parley.mail;

import dev.parley.platform.language.Language;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The recipients of e-mails to administrators, and the SMTP server.
///
/// @param host the SMTP server; without it, no e-mail is sent
/// @param port of that server
/// @param user the user name for that server; without it, no authentication is used
/// @param password the password of that user
/// @param from the sender's address
/// @param to the recipients' addresses
/// @param tls how the connection is protected
/// @param language the language of the e-mails: `en` or `zh-TW`
@Validated
@ConfigurationProperties("parley.mail")
public record MailSettings(
        @Nullable String host,
        @DefaultValue("587") @Min(1) @Max(65535) int port,
        @Nullable String user,
        @Nullable String password,
        @Nullable String from,
        @DefaultValue List<String> to,
        @DefaultValue("starttls") Tls tls,
        @DefaultValue("en") String language) {
    public MailSettings {
        to = List.copyOf(to);
    }

    /// {@return whether a server, a sender and recipients are configured}
    public boolean isConfigured() {
        return host != null && !host.isBlank() && from != null && !to.isEmpty();
    }

    /// {@return the language of the e-mails; English if the setting is none of Parley's languages}
    public Language spoken() {
        return Language.tagged(language).orElse(Language.ENGLISH);
    }

    /// How the connection to the server is protected.
    public enum Tls {
        /// Unencrypted: for a server on this machine.
        NONE,
        /// Begins unencrypted, and fails if it cannot be encrypted.
        STARTTLS,
        /// Encrypted from the first byte.
        TLS
    }

    @Override
    public String toString() {
        return "MailSettings[host=%s, port=%d, to=%s]".formatted(host, port, to);
    }
}
