package dev.parley.platform.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Refuses a request because of a part of it that cannot be read.
final class BadInputException extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    private static final URI PARAMETER = URI.create("urn:parley:problem:bad-parameter");
    private static final URI MEDIA_TYPE = URI.create("urn:parley:problem:unsupported-media-type");

    private final transient BadInput input;

    BadInputException(BadInput input) {
        super(HttpStatus.valueOf(input.status()), problem(input), null);
        this.input = input;
    }

    BadInput input() {
        return input;
    }

    /// {@return the problem for an API client}
    static ProblemDetail problem(BadInput input) {
        var status = HttpStatus.valueOf(input.status());
        var problem = ProblemDetail.forStatusAndDetail(status, input.detail());
        var isMediaType = status == HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        problem.setType(isMediaType ? MEDIA_TYPE : PARAMETER);
        problem.setTitle(
                isMediaType
                        ? "The media type of the body is not supported"
                        : "A parameter is invalid");
        problem.setProperty("parameter", input.parameter());
        return problem;
    }
}
