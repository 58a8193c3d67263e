package dev.parley.routing;

import java.util.UUID;

public record OfferId(UUID value) {}
