package dev.parley.admin.kit;

/// One step of the set-up, which is ticked by its actual state.
///
/// @param key of its text; with `.next`, the text of what to do
/// @param address where it is done
public record SetUpStep(String key, boolean done, String address) {
    /// {@return the last part of the key}
    public String name() {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
