package dev.parley.platform.language;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// Provides the texts for a reader.
@Component
public class Languages {
    private final Catalogue catalogue = new Catalogue();
    private final Clock clock;

    Languages(Clock clock) {
        this.clock = clock;
    }

    public Texts texts(Language language, ZoneId zone) {
        return new Texts(catalogue, language, zone, clock);
    }
}
