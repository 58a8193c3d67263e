package dev.parley.routing;

import dev.parley.identity.UserId;

/// Told after an offer to this agent was made, answered, or taken back.
public record OfferChanged(UserId agent) {}
