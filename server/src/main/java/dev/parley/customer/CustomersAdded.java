package dev.parley.customer;

/// Published in the transaction in which people wrote for the first time: their profiles are due.
record CustomersAdded(int count) {}
