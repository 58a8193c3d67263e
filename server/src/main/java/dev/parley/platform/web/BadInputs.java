package dev.parley.platform.web;

import dev.parley.platform.web.BadInput.Flaw;
import dev.parley.platform.web.BadInput.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Reads from what a controller's arguments failed with which part of the request it was.
final class BadInputs {
    private BadInputs() {}

    /// {@return the part; null where it is something else, or an id in the path that is none: there
    /// is nothing at that address}
    static @Nullable BadInput named(Exception failure) {
        return switch (failure) {
            case BadInputException told -> told.input();
            case MethodArgumentTypeMismatchException mismatch
                    when !mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ->
                    new BadInput(place(mismatch), mismatch.getName(), Flaw.VALUE);
            default -> null;
        };
    }

    private static Place place(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(RequestHeader.class)
                ? Place.HEADER
                : Place.FORM;
    }
}
