package dev.parley.platform.web;

import dev.parley.platform.DatabaseOutage;
import dev.parley.platform.Ids;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;

/// Turns the exceptions of all controllers into responses.
@ControllerAdvice
class ErrorAdvice {
    private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

    private final ErrorPages errorPages;
    private final FormAddresses formAddresses;

    ErrorAdvice(ErrorPages errorPages, FormAddresses formAddresses) {
        this.errorPages = errorPages;
        this.formAddresses = formAddresses;
    }

    @ExceptionHandler
    void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (failure instanceof AuthenticationException) {
            throw failure;
        }
        if (response.isCommitted() || failure instanceof AsyncRequestNotUsableException) {
            log.debug(
                    "The client of {} disconnected before the response",
                    request.getRequestURI(),
                    failure);
            return;
        }
        response.resetBuffer();
        if (failure instanceof RuntimeException thrown && DatabaseOutage.is(thrown)) {
            errorPages.sendOutage(failure, request, response);
            return;
        }
        var form = formAddresses.pageAbove(failure, request);
        if (form.isPresent()) {
            response.setStatus(303);
            response.setHeader(HttpHeaders.LOCATION, form.get());
            return;
        }
        var input = BadInputs.find(failure, request.getQueryString());
        if (input != null) {
            errorPages.send(input, request, response);
            return;
        }
        var error = new ErrorPage(status(failure, request), Ids.next().toString());
        if (error.code() >= 500 && !(failure instanceof ErrorResponse)) {
            log.error("{} {} failed ({})", request.getMethod(), path(request), error.id(), failure);
        }
        tell(failure, error, request, response);
    }

    private void tell(
            Exception failure,
            ErrorPage error,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (failure instanceof ErrorResponse known) {
            known.getHeaders()
                    .forEach((name, values) -> response.setHeader(name, values.getFirst()));
        }
        if (ErrorPages.isApiRequest(request) && failure instanceof ErrorResponse known) {
            errorPages.send(known.getBody(), response);
        } else {
            errorPages.send(error, detail(failure, error), request, response);
        }
    }

    /// A failure while an error is being reported, such as a form that cannot be parsed, keeps the
    /// status of the original error.
    private static int status(Exception failure, HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                        && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
                                instanceof Integer code
                ? code
                : status(failure);
    }

    private static int status(Exception failure) {
        return switch (failure) {
            case ErrorResponse known -> known.getStatusCode().value();
            case AccessDeniedException _ -> 403;
            case OptimisticLockingFailureException _ -> 409;
            case HttpMessageNotReadableException _ -> 400;
            case TypeMismatchException _ -> 404;
            case InvalidMimeTypeException _ -> 415;
            case MultipartException _, RequestRejectedException _ -> 400;
            case HttpException exception -> exception.getCode();
            default -> 500;
        };
    }

    private static String detail(Exception failure, ErrorPage error) {
        return switch (failure) {
            case OptimisticLockingFailureException _ ->
                    "It was changed in the meantime. Reload it and try again.";
            case HttpMessageNotReadableException _ -> "The body could not be read.";
            case InvalidMimeTypeException exception ->
                    "%s is not a valid media type.".formatted(exception.getMimeType());
            case MultipartException _ -> "The parts of the form could not be read.";
            default -> error.code() < 500 ? "Refused." : "Failed; see the log entry " + error.id();
        };
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
