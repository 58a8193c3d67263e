package dev.parley.identity;

import java.util.List;

/// Where an attempt to sign in comes from.
///
/// @param address the client's address
/// @param devices the ids that the browser was given when people signed in with it before
public record SignInOrigin(String address, List<String> devices) {
    public SignInOrigin {
        devices = List.copyOf(devices);
    }
}
