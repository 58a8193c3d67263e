package dev.parley.simulator.control;

import dev.parley.simulator.world.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Says in a problem detail why an act cannot be done.
@RestControllerAdvice(basePackageClasses = Refusals.class)
class Refusals {
    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, String.valueOf(refusal.getMessage()));
    }
}
