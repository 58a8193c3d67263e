package dev.parley.identity;

/// What a user is here for. One user may have several.
public enum Role {
    ADMINISTRATOR,
    SUPERVISOR,
    AGENT
}
