package dev.parley.customer;

/// Published after what is recorded about a customer elsewhere changed, such as the contact they
/// are linked to. The customer's own name and picture are as before.
public record CustomerRecordChanged(CustomerId id) {}
