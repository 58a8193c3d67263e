package dev.parley.customer;

/// Told after a customer's record changed. Says which, not what.
public record CustomerChanged(CustomerId id) {}
