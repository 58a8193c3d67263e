package dev.parley.mail;

import dev.parley.background.CrashJournal;
import dev.parley.background.Pump;
import dev.parley.platform.Backoff;
import dev.parley.platform.Installation;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Sends e-mails to the SMTP server, one at a time. E-mails that the server does not accept are
/// retried with increasing delays for three days.
@Component
class Mailer {
    private static final Logger log = LoggerFactory.getLogger(Mailer.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));
    private static final Duration RETENTION = Duration.ofDays(3);

    private final Emails emails;
    private final CrashJournal journal;
    private final MailSettings settings;
    private final Clock clock;
    private final Installation installation;

    Mailer(
            Emails emails,
            CrashJournal journal,
            MailSettings settings,
            Clock clock,
            Installation installation) {
        this.emails = emails;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.installation = installation;
    }

    /// {@return false if nothing was due}
    boolean sendNext() {
        if (!settings.isConfigured() || installation.isQuiet()) {
            return false;
        }
        var now = clock.instant();
        var claimed = emails.claim(now, now.plus(LEASE));
        claimed.ifPresent(email ->
                journal.run(
                        "mail",
                        email.id().toString(),
                        () -> deliver(email, now),
                        () -> emails.giveUp(email, CrashJournal.SET_ASIDE)));
        return claimed.isPresent();
    }

    private void deliver(Email email, Instant now) {
        try {
            send(email);
            emails.sent(email, now);
        } catch (MailException | MessagingException refusal) {
            log.warn("An e-mail was not accepted: {}", refusal.getMessage());
            emails.retryAt(
                    email,
                    now.plus(BACKOFF.after(email.attempts())),
                    String.valueOf(refusal.getMessage()));
        }
    }

    private void send(Email email) throws MessagingException {
        var sender = sender();
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(Objects.requireNonNull(settings.from()));
        helper.setTo(settings.to().toArray(String[]::new));
        helper.setSubject(email.subject());
        helper.setText(email.text());
        message.setHeader("Message-ID", messageId(email));
        sender.send(message);
    }

    /// The same for each attempt: if the server accepted an e-mail but its confirmation was lost,
    /// the e-mail is sent twice, and mail programs detect the duplicate by this id.
    private String messageId(Email email) {
        var from = Objects.requireNonNull(settings.from());
        return "<%s@%s>".formatted(email.id(), from.replaceFirst(".*@", "").replace(">", ""));
    }

    private JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.user());
        sender.setPassword(settings.password());
        sender.setJavaMailProperties(properties());
        return sender;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", String.valueOf(settings.user() != null));
        properties.setProperty("mail.smtp.connectiontimeout", "10000");
        properties.setProperty("mail.smtp.timeout", "20000");
        properties.setProperty("mail.smtp.writetimeout", "20000");
        switch (settings.tls()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                properties.setProperty("mail.smtp.ssl.enable", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case NONE -> {}
        }
        return properties;
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        Pump mailPump(Mailer mailer) {
            return new Pump("mail", Duration.ofSeconds(1), mailer::sendNext);
        }

        @Bean
        Pump mailSweep(Emails emails, Clock clock) {
            return new Pump(
                    "mail-sweep",
                    Duration.ofHours(1),
                    () -> {
                        emails.deleteBefore(clock.instant().minus(RETENTION));
                        return false;
                    });
        }
    }
}
