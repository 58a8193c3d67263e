package dev.parley.routing;

import java.util.UUID;

/// The id of a consult.
public record ConsultId(UUID value) {}
