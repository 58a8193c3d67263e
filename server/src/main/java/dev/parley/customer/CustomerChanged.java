package dev.parley.customer;

/// Published after a customer's record changed. Contains only the id, not the change.
public record CustomerChanged(CustomerId id) {}
