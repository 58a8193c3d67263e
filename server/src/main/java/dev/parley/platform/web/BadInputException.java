package dev.parley.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// Refuses a request because of a part of it that cannot be read.
final class BadInputException extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    private final transient BadInput input;

    BadInputException(BadInput input) {
        super(HttpStatus.BAD_REQUEST, input.problem(), null);
        this.input = input;
    }

    BadInput input() {
        return input;
    }
}
