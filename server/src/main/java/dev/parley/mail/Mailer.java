package dev.parley.mail;

import dev.parley.platform.Installation;
import dev.parley.work.CrashJournal;
import dev.parley.work.Pump;
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

/// Takes letters to the SMTP server, one at a time. What the server does not take is tried again,
/// ever more seldom, for three days.
@Component
class Mailer {
    private static final Logger log = LoggerFactory.getLogger(Mailer.class);
    private static final String CRASHED = "The server stopped twice while sending it";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration KEPT = Duration.ofDays(3);

    private final Emails letters;
    private final CrashJournal journal;
    private final MailSettings settings;
    private final Clock clock;
    private final Installation installation;

    Mailer(
            Emails letters,
            CrashJournal journal,
            MailSettings settings,
            Clock clock,
            Installation installation) {
        this.letters = letters;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.installation = installation;
    }

    /// {@return false if nothing was due}
    boolean carryOne() {
        if (!settings.isOn() || installation.isQuiet()) {
            return false;
        }
        var now = clock.instant();
        var claimed = letters.claim(now, now.plus(LEASE));
        claimed.ifPresent(letter ->
                journal.run(
                        "mail",
                        letter.id().toString(),
                        () -> carry(letter, now),
                        () -> letters.giveUp(letter, CRASHED)));
        return claimed.isPresent();
    }

    private void carry(Email letter, Instant now) {
        try {
            send(letter);
            letters.sent(letter, now);
        } catch (MailException | MessagingException refusal) {
            log.warn("An e-mail was not accepted: {}", refusal.getMessage());
            letters.later(letter, now.plus(pause(letter)), String.valueOf(refusal.getMessage()));
        }
    }

    private void send(Email letter) throws MessagingException {
        var sender = sender();
        var message = sender.createMimeMessage();
        var whole = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        whole.setFrom(Objects.requireNonNull(settings.from()));
        whole.setTo(settings.to().toArray(String[]::new));
        whole.setSubject(letter.subject());
        whole.setText(letter.text());
        message.setHeader("Message-ID", sign(letter));
        sender.send(message);
    }

    /// The same each time: when the server took a letter and we did not hear so, it comes twice,
    /// and mail programs know it again by this.
    private String sign(Email letter) {
        var from = Objects.requireNonNull(settings.from());
        return "<%s@%s>".formatted(letter.id(), from.replaceFirst(".*@", "").replace(">", ""));
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
        var told = new Properties();
        told.setProperty("mail.smtp.auth", String.valueOf(settings.user() != null));
        told.setProperty("mail.smtp.connectiontimeout", "10000");
        told.setProperty("mail.smtp.timeout", "20000");
        told.setProperty("mail.smtp.writetimeout", "20000");
        switch (settings.tls()) {
            case STARTTLS -> {
                told.setProperty("mail.smtp.starttls.enable", "true");
                told.setProperty("mail.smtp.starttls.required", "true");
                told.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                told.setProperty("mail.smtp.ssl.enable", "true");
                told.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case NONE -> {}
        }
        return told;
    }

    private static Duration pause(Email letter) {
        var pause = Duration.ofMinutes(1L << Math.min(letter.attempts() - 1, 9));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        Pump mailPump(Mailer mailer) {
            return new Pump("mail", Duration.ofSeconds(1), mailer::carryOne);
        }

        @Bean
        Pump mailSweep(Emails letters, Clock clock) {
            return new Pump(
                    "mail-sweep",
                    Duration.ofHours(1),
                    () -> {
                        letters.forgetBefore(clock.instant().minus(KEPT));
                        return false;
                    });
        }
    }
}
