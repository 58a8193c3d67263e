package dev.parley.messenger.graph;

/// The result of one call to Meta.
public sealed interface GraphResult<T> {
    record Answered<T>(T value) implements GraphResult<T> {}

    /// Meta refused the call.
    ///
    /// @param cause the stable code of the text that users see
    /// @param detail in Meta's own words; never contains a token
    record Refused<T>(int code, int subcode, String cause, String detail)
            implements GraphResult<T> {}

    /// There was no response, or one that cannot be read.
    record NoResponse<T>(String detail) implements GraphResult<T> {}

    /// There was nothing to ask, or no point in asking.
    record NotAsked<T>() implements GraphResult<T> {}
}
