package dev.parley.admin.kit;

/// One thing that it takes until customers are answered, ticked by what is really true.
///
/// @param key of its text; the same with `.next` says what is to be done
/// @param address where it is done
public record SetUpStep(String key, boolean done, String address) {
    /// {@return the last part of the key}
    public String name() {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
