package dev.parley.contact.web;

/// The value of a field that the company added, as it is shown.
///
/// @param name of the field
/// @param value empty for none
public record FieldFact(String name, String value) {}
