package dev.parley.texting;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.inbox.BodyReader;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.DeadLetters;
import dev.parley.inbox.Envelope;
import dev.parley.inbox.Inbox;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;

/// The channel's gateway: it delivers lines of the form `number;person;id;text`. Only the parts
/// that channels implement know of it.
public final class Texting implements BodyReader {
    public static final ChannelKind KIND = new ChannelKind("TEXTING");
    private static final String SOURCE = "gateway";
    private static final String LINE = "text";

    private final TextingNumbers numbers;
    private final Inbox inbox;
    private final DeadLetters letters;
    private final Clock clock;

    Texting(TextingNumbers numbers, Inbox inbox, DeadLetters letters, Clock clock) {
        this.numbers = numbers;
        this.inbox = inbox;
        this.letters = letters;
        this.clock = clock;
    }

    public void delivers(String body) {
        retry(SOURCE, body.getBytes(UTF_8));
    }

    @Override
    public ChannelKind channel() {
        return KIND;
    }

    @Override
    public void retry(String source, byte[] body) {
        for (var line : new String(body, UTF_8).lines().toList()) {
            var parts = line.split(";", 4);
            if (parts.length < 4) {
                setAside(null, Cause.UNREADABLE, line);
            } else if (!numbers.has(parts[0])) {
                setAside(parts[0], Cause.UNKNOWN_ENDPOINT, line);
            } else {
                var from = new Address(KIND, parts[0], parts[1]);
                var payload = parts[2] + ";" + parts[3];
                inbox.accept(List.of(new Envelope(parts[2], from, LINE, clock.instant(), payload)));
            }
        }
    }

    private void setAside(@Nullable String number, Cause cause, String line) {
        letters.add(KIND, SOURCE, number, cause, "A line of the gateway", line.getBytes(UTF_8));
    }

    @Override
    public byte[] without(String mid, byte[] body) {
        return linesWithout(";" + mid + ";", body);
    }

    @Override
    public byte[] withoutPerson(String person, byte[] body) {
        return linesWithout(";" + person + ";", body);
    }

    private static byte[] linesWithout(String part, byte[] body) {
        return new String(body, UTF_8)
                .lines()
                .filter(line -> !line.contains(part))
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
    }

    /// The parts of the channel. No `@Configuration`: other servers of a run would load it.
    public static final class Parts {
        @Bean
        TextingNumbers textingNumbers() {
            return new TextingNumbers();
        }

        @Bean
        TextingReader textingReader() {
            return new TextingReader();
        }

        @Bean
        Texting texting(TextingNumbers numbers, Inbox inbox, DeadLetters letters, Clock clock) {
            return new Texting(numbers, inbox, letters, clock);
        }

        @Bean
        TextingRules textingRules() {
            return new TextingRules();
        }

        @Bean
        TextingScreens textingScreens() {
            return new TextingScreens();
        }

        @Bean
        TextingCourier textingCourier() {
            return new TextingCourier();
        }
    }
}
