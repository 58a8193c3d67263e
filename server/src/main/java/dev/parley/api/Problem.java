package dev.parley.api;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// All errors of an API request (RFC 9457). The types are stable; the texts are for developers.
enum Problem {
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "Not found"),
    BAD_PARAMETER(HttpStatus.BAD_REQUEST, "bad-parameter", "A parameter is invalid"),
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "malformed-body", "The body cannot be read"),
    KEY_MISSING(
            HttpStatus.BAD_REQUEST,
            "idempotency-key-missing",
            "The Idempotency-Key header is missing"),
    KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "idempotency-key-reused",
            "This Idempotency-Key was used for another message"),
    TEXT_EMPTY(HttpStatus.UNPROCESSABLE_CONTENT, "text-empty", "The text is empty"),
    TEXT_TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT, "text-too-long", "The text is too long"),
    TEXT_INVALID(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "text-invalid",
            "The text contains invalid characters"),
    REPLY_BUTTONS_INVALID(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "reply-buttons-invalid",
            "The reply buttons are invalid"),
    REPLY_TO_UNKNOWN(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "reply-to-unknown",
            "The message to reply to does not exist"),
    ATTACHMENT_REFUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, "attachment-refused", "The file is refused"),
    ATTACHMENT_UNKNOWN(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "attachment-unknown",
            "No such file is waiting to be sent"),
    ATTACHMENTS_TOO_MANY(
            HttpStatus.UNPROCESSABLE_CONTENT, "attachments-too-many", "There are too many files"),
    ATTACHMENTS_DISABLED(
            HttpStatus.CONFLICT,
            "attachments-disabled",
            "Files from agents are disabled for this endpoint"),
    ATTACHMENTS_UNSUPPORTED(
            HttpStatus.CONFLICT, "attachments-unsupported", "The channel does not accept files"),
    WINDOW_CLOSED(HttpStatus.CONFLICT, "reply-window-closed", "The reply window is closed"),
    CONTROLLED_BY_ANOTHER_APP(
            HttpStatus.CONFLICT,
            "controlled-by-another-app",
            "Another app controls the conversation"),
    ENDPOINT_REMOVED(HttpStatus.CONFLICT, "endpoint-removed", "The endpoint was removed"),
    CONVERSATION_CLOSED(HttpStatus.CONFLICT, "conversation-closed", "The conversation is closed"),
    CONVERSATION_ENDED(HttpStatus.CONFLICT, "conversation-ended", "The conversation was ended"),
    RANGE_NOT_SATISFIABLE(
            HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            "range-not-satisfiable",
            "The file has no such range"),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "The media type of the body is not supported");

    private final HttpStatus status;
    private final URI type;
    private final String title;

    Problem(HttpStatus status, String name, String title) {
        this.status = status;
        this.type = URI.create("urn:parley:problem:" + name);
        this.title = title;
    }

    URI type() {
        return type;
    }

    ErrorResponseException with(String detail) {
        return with(detail, Map.of());
    }

    /// @param facts further members of the problem
    ErrorResponseException with(String detail, Map<String, Object> facts) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(type);
        problem.setTitle(title);
        facts.forEach(problem::setProperty);
        return new ErrorResponseException(status, problem, null);
    }

    /// @param pointer to the place in the body (RFC 6901)
    static ErrorResponseException malformed(String detail, String pointer) {
        return MALFORMED_BODY.with(detail, Map.of("pointer", pointer));
    }

    static ErrorResponseException badParameter(String name, String detail) {
        return BAD_PARAMETER.with(detail, Map.of("parameter", name));
    }
}
