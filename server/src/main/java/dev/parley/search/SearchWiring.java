package dev.parley.search;

import dev.parley.background.Pump;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchWiring {
    /// One thread, which pauses between its rounds for as long as they take: in a peak, the
    /// database is for storing messages first.
    @Bean
    Pump searchPump(SearchIndexing indexing) {
        var rounds = new TimedRounds(indexing::indexSome);
        return new Pump("search", Duration.ofSeconds(1), 1, rounds, rounds::pause);
    }

    private static final class TimedRounds implements BooleanSupplier {
        private static final Duration LONGEST = Duration.ofMillis(200);

        private final BooleanSupplier round;
        private volatile long nanos;

        TimedRounds(BooleanSupplier round) {
            this.round = round;
        }

        @Override
        public boolean getAsBoolean() {
            var from = System.nanoTime();
            try {
                return round.getAsBoolean();
            } finally {
                nanos = System.nanoTime() - from;
            }
        }

        boolean pause() throws InterruptedException {
            Thread.sleep(Duration.ofNanos(Math.min(nanos, LONGEST.toNanos())));
            return false;
        }
    }
}
