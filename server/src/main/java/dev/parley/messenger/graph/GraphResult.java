package dev.parley.messenger.graph;

/// What came of asking Meta one thing.
public sealed interface GraphResult<T> {
    record Answered<T>(T value) implements GraphResult<T> {}

    /// Meta said no.
    ///
    /// @param cause the stable code under which people read about it
    /// @param detail in Meta's own words; never with a token in it
    record Refused<T>(int code, int subcode, String cause, String detail)
            implements GraphResult<T> {}

    /// Nobody answered, or not in words that can be read.
    record Silent<T>(String detail) implements GraphResult<T> {}

    /// There was nothing to ask about, or no sense in asking.
    record Unasked<T>() implements GraphResult<T> {}
}
