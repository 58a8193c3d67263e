package dev.parley.platform.web;

import dev.parley.platform.web.BadInput.Flaw;
import dev.parley.platform.web.BadInput.Place;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Finds the part of a request that made a controller's arguments fail.
final class BadInputs {
    private BadInputs() {}

    /// {@return the part; null if the failure has another cause, or is an invalid id in the path:
    /// nothing exists at that address}
    ///
    /// @param query as sent in the URL
    static @Nullable BadInput find(Exception failure, @Nullable String query) {
        return switch (failure) {
            case BadInputException exception -> exception.input();
            case MethodArgumentTypeMismatchException mismatch
                    when !mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ->
                    new BadInput(place(mismatch, query), mismatch.getName(), Flaw.VALUE);
            default -> null;
        };
    }

    private static Place place(
            MethodArgumentTypeMismatchException mismatch, @Nullable String query) {
        if (mismatch.getParameter().hasParameterAnnotation(RequestHeader.class)) {
            return Place.HEADER;
        }
        return hasParameter(query, mismatch.getName()) ? Place.QUERY : Place.FORM;
    }

    private static boolean hasParameter(@Nullable String query, String name) {
        return Stream.of(Objects.toString(query, "").split("&", -1))
                .map(pair -> PercentEncoding.decoded(pair.split("=", 2)[0]))
                .anyMatch(name::equals);
    }
}
