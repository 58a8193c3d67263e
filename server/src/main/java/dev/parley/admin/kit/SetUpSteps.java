package dev.parley.admin.kit;

import java.util.List;

/// The steps to connect a channel. Each channel provides its own; the steps that all channels share
/// follow them.
public interface SetUpSteps {
    /// {@return the steps, in the order in which they are done}
    List<SetUpStep> steps();

    /// {@return the address of the page that explains how to write a first message}
    String firstMessage();
}
