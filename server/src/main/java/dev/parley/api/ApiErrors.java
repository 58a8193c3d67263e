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

/// Tells programs about requests that cannot be read as exactly as about everything else.
@ControllerAdvice(basePackageClasses = ApiErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {
    private static final int LONGEST_NAME = 60;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(HttpMessageNotReadableException failure) {
        var pointer = failure.getCause() instanceof JacksonException unread ? pointer(unread) : "";
        return answer(
                pointer.isEmpty()
                        ? Problem.MALFORMED_BODY.because("Send one JSON object: {\"text\": \"…\"}")
                        : Problem.malformed(pointer + " is not what belongs there", pointer));
    }

    /// Where in the document it happened (RFC 6901).
    private static String pointer(JacksonException unread) {
        return unread.getPath().stream()
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

    /// A media type that is none, or names more than one.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(InvalidMimeTypeException failure) {
        return answer(Problem.UNSUPPORTED_MEDIA_TYPE.because("The media type cannot be read"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(HttpMediaTypeNotSupportedException failure) {
        return answer(
                Problem.UNSUPPORTED_MEDIA_TYPE.because(
                        "Send the header Content-Type: application/json, or multipart/form-data"
                                + " where files go along"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MaxUploadSizeExceededException failure) {
        return answer(FileUpload.tooLargeForUs());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MultipartException failure) {
        return answer(Problem.MALFORMED_BODY.because("The parts of the form cannot be read"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MissingServletRequestPartException failure) {
        return answer(missing(failure.getRequestPartName()));
    }

    /// In a form whose parts hold files, a parameter is a part as well.
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
        return Problem.MALFORMED_BODY.because(
                "The part %s is missing".formatted(name), Map.of("parameter", name));
    }

    /// An id in the path that is none, or a parameter that is no id.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MethodArgumentTypeMismatchException failure) {
        return answer(
                failure.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? Problem.NOT_FOUND.because("An id in the path is no UUID")
                        : Problem.badParameter(
                                failure.getName(), failure.getName() + " must be a UUID"));
    }

    private static ResponseEntity<ProblemDetail> answer(ErrorResponseException problem) {
        return ResponseEntity.status(problem.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }
}
