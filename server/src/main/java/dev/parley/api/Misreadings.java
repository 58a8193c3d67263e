package dev.parley.api;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/// Tells programs about requests that cannot be read as exactly as about everything else.
@ControllerAdvice(basePackageClasses = Misreadings.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Misreadings {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(HttpMessageNotReadableException failure) {
        return answer(Problem.MALFORMED_BODY.because("Send one JSON object: {\"text\": \"…\"}"));
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
        return answer(HandingIn.tooLarge());
    }

    @ExceptionHandler({
        MultipartException.class,
        MissingServletRequestPartException.class,
        MissingServletRequestParameterException.class
    })
    ResponseEntity<ProblemDetail> answer(Exception failure) {
        return answer(Problem.MALFORMED_BODY.because("A part of the form is missing: see the API"));
    }

    /// An id in the path that is none.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(TypeMismatchException failure) {
        return answer(Problem.NOT_FOUND.because("An id in the path is no UUID"));
    }

    private static ResponseEntity<ProblemDetail> answer(ErrorResponseException problem) {
        return ResponseEntity.status(problem.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }
}
