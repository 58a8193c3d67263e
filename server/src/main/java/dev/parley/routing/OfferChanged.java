package dev.parley.routing;

import dev.parley.identity.UserId;

/// Published after an offer to this agent was made, answered, withdrawn, or expired.
public record OfferChanged(UserId agent) {}
