package dev.parley.simulator.control;

import dev.parley.simulator.world.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// Returns the reason for a refusal as a problem detail.
@RestControllerAdvice(basePackageClasses = Refusals.class)
class Refusals {
    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, String.valueOf(refusal.getMessage()));
    }

    /// A multipart body that cannot be parsed, or no multipart body where one is required.
    @ExceptionHandler
    ProblemDetail noParts(MultipartException failure) {
        return failure instanceof MaxUploadSizeExceededException
                ? ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONTENT_TOO_LARGE, "A file can have 26 MB at most")
                : ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, "The body has no parts that can be read");
    }
}
