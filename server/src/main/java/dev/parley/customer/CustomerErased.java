package dev.parley.customer;

/// Published in the transaction in which a customer's profile was erased: modules that store more
/// about the customer erase that too.
public record CustomerErased(CustomerId id) {}
