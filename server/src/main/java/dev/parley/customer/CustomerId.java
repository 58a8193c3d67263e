package dev.parley.customer;

import java.util.UUID;

public record CustomerId(UUID value) {}
