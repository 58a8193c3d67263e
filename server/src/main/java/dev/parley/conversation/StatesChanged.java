package dev.parley.conversation;

import java.util.List;

/// Published in the transaction in which conversations changed their states: all that changed at
/// once, so that listeners store what follows in sets.
public record StatesChanged(List<StateChanged> all) {
    public StatesChanged {
        all = List.copyOf(all);
    }
}
