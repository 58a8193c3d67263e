package dev.parley.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;

/// Reports unreadable requests to API clients, as precisely as all other errors.
@ControllerAdvice(basePackageClasses = ApiErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {
    private static final int LONGEST_NAME = 60;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(HttpMessageNotReadableException failure) {
        var pointer =
                failure.getCause() instanceof JacksonException exception ? pointer(exception) : "";
        return answer(
                pointer.isEmpty()
                        ? Problem.MALFORMED_BODY.with("Send one JSON object: {\"text\": \"…\"}")
                        : Problem.malformed(pointer + " has an invalid value", pointer));
    }

    /// The place of the error in the document (RFC 6901).
    private static String pointer(JacksonException exception) {
        return exception.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? "/" + step.getIndex()
                                : "/" + shown(step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static String shown(String name) {
        var escaped = name.replace("~", "~0").replace("/", "~1").replaceAll("\\p{Cntrl}", "\uFFFD");
        return escaped.length() > LONGEST_NAME ? escaped.substring(0, LONGEST_NAME) : escaped;
    }

    /// A media type that is invalid, or names more than one.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(InvalidMimeTypeException failure) {
        return answer(Problem.UNSUPPORTED_MEDIA_TYPE.with("The media type cannot be read"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(HttpMediaTypeNotSupportedException failure) {
        return answer(
                Problem.UNSUPPORTED_MEDIA_TYPE.with(
                        "Send the header Content-Type: application/json, or multipart/form-data"
                                + " with files"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MaxUploadSizeExceededException failure) {
        return answer(FileUpload.tooLargeForServer());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MultipartException failure) {
        return answer(Problem.MALFORMED_BODY.with("The parts of the form cannot be read"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MissingServletRequestPartException failure) {
        return answer(missing(failure.getRequestPartName()));
    }

    /// In a multipart form, a parameter is a part as well.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(
            MissingServletRequestParameterException failure, HttpServletRequest request) {
        var name = failure.getParameterName();
        return answer(
                hasParts(request)
                        ? missing(name)
                        : Problem.badParameter(
                                name, "The parameter %s is missing".formatted(name)));
    }

    private static boolean hasParts(HttpServletRequest request) {
        return Objects.toString(request.getContentType(), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
    }

    private static ErrorResponseException missing(String name) {
        return Problem.MALFORMED_BODY.with(
                "The part %s is missing".formatted(name), Map.of("parameter", name));
    }

    /// An id in the path, or a parameter, that is not a UUID.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MethodArgumentTypeMismatchException failure) {
        return answer(
                failure.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? Problem.NOT_FOUND.with("An id in the path is not a UUID")
                        : Problem.badParameter(
                                failure.getName(), failure.getName() + " must be a UUID"));
    }

    private static ResponseEntity<ProblemDetail> answer(ErrorResponseException problem) {
        return ResponseEntity.status(problem.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }
}
