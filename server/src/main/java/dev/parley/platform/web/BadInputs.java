package dev.parley.platform.web;

import dev.parley.platform.web.BadInput.Flaw;
import dev.parley.platform.web.BadInput.Place;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Reads from what a controller's arguments failed with which part of the request it was.
final class BadInputs {
    private BadInputs() {}

    /// {@return the part; null where it is something else, or an id in the path that is none: there
    /// is nothing at that address}
    ///
    /// @param query as it stands in the address that was asked for
    static @Nullable BadInput named(Exception failure, @Nullable String query) {
        return switch (failure) {
            case BadInputException told -> told.input();
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
        return holds(query, mismatch.getName()) ? Place.QUERY : Place.FORM;
    }

    private static boolean holds(@Nullable String query, String name) {
        return Stream.of(Objects.toString(query, "").split("&", -1))
                .map(pair -> PercentEncoding.decoded(pair.split("=", 2)[0]))
                .anyMatch(name::equals);
    }
}
