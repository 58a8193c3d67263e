package dev.parley.admin.kit;

import java.util.List;

/// What it takes to connect a channel. Each channel brings its own steps; those that all channels
/// share come after them.
public interface SetUpSteps {
    /// {@return the steps, in the order in which they are done}
    List<SetUpStep> steps();

    /// {@return the address of the page that says how to write a first message}
    String firstMessage();
}
