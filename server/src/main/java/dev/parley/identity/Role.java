package dev.parley.identity;

/// A role of a user, who may have several.
public enum Role {
    ADMINISTRATOR,
    SUPERVISOR,
    AGENT
}
