package dev.parley.mail;

import dev.parley.platform.language.Language;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Who is told by e-mail that something needs an administrator, and through which server.
///
/// @param host the SMTP server; without it nothing is sent
/// @param port of that server
/// @param user to sign in there; without it nobody signs in
/// @param password for that user
/// @param from the sender's address
/// @param to the recipients' addresses
/// @param tls how the connection is protected
/// @param language of the letters: `en` or `zh-TW`
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

    /// {@return whether there is anybody to write to, and a way}
    public boolean isOn() {
        return host != null && !host.isBlank() && from != null && !to.isEmpty();
    }

    /// {@return the language of the letters; English where it names none that Parley speaks}
    public Language spoken() {
        return Language.tagged(language).orElse(Language.ENGLISH);
    }

    /// How the connection to the server is protected.
    public enum Tls {
        /// Not at all: for a server on this machine.
        NONE,
        /// It begins plain, and is refused if it cannot be protected.
        STARTTLS,
        /// From its first byte.
        TLS
    }

    @Override
    public String toString() {
        return "MailSettings[host=%s, port=%d, to=%s]".formatted(host, port, to);
    }
}
