package dev.parley.platform;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An endpoint that the web server calls itself, before the servlet container: for requests that
/// are so many that the container, and a thread that waits for each answer, would cost more than
/// the work.
///
/// Called for each request, with its whole body, by any thread; it may wait.
public interface DirectEndpoint {
    /// {@return the answer, as soon as there is one; empty for requests that the servlet container
    /// answers}
    Optional<CompletionStage<Answer>> handle(Request request);

    /// A request.
    ///
    /// @param path in the canonical form, decoded
    /// @param header the value of a header; null if there is none
    record Request(
            String method,
            String path,
            CollectedBody body,
            Function<String, @Nullable String> header) {}

    /// A response in plain text.
    record Answer(int status, String text) {}
}
