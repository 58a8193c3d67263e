package dev.parley.simulator.graph;

import org.springframework.stereotype.Component;

/// All that Graph remembers between calls, to be forgotten at once.
@Component
public class GraphMemory {
    private final Runnable everything;

    GraphMemory(
            Calls calls,
            Tries tries,
            Rates rates,
            Personas personas,
            Labels labels,
            MessengerProfiles profiles,
            Enclosures enclosures) {
        this.everything =
                () -> {
                    calls.reset();
                    tries.reset();
                    rates.reset();
                    personas.reset();
                    labels.reset();
                    profiles.reset();
                    enclosures.reset();
                };
    }

    public void reset() {
        everything.run();
    }
}
