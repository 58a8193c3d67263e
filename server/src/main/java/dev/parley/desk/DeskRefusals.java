package dev.parley.desk;

import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.DispositionMissing;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.ErrorPages;
import dev.parley.platform.web.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Turns refused requests of a desk into error messages, mostly with the agent who was faster.
@ControllerAdvice(basePackageClasses = DeskRefusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeskRefusals {
    private final ConflictTexts conflictTexts;
    private final ErrorPages errorPages;

    DeskRefusals(ConflictTexts conflictTexts, ErrorPages errorPages) {
        this.conflictTexts = conflictTexts;
        this.errorPages = errorPages;
    }

    @ExceptionHandler(DispositionMissing.class)
    ResponseEntity<String> dispositionMissing(PageFrame frame) {
        return TextResponse.of(422, frame.text("teamwork.disposition.missing"));
    }

    @ExceptionHandler(ConversationConflict.class)
    ResponseEntity<String> conflict(PageFrame frame, SignedIn me, HttpServletRequest request) {
        return TextResponse.of(
                409, about(frame, me, request).orElse(frame.text("desk.failed.409")));
    }

    /// A request for a part of a page gets the message as text. A request for a whole page leads to
    /// the desk if the user had the conversation open until somebody took it, and gets the error
    /// page otherwise.
    @ExceptionHandler
    @Nullable ResponseEntity<String> unavailable(
            ConversationUnavailable asked,
            PageFrame frame,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var where = conflictTexts.of(frame, me, asked.id());
        if (request.getHeader("HX-Request") == null) {
            if (where.isPresent() && isPage(request)) {
                response.sendRedirect(request.getContextPath() + "/desk");
            } else {
                errorPages.send(404, null, request, response);
            }
            return null;
        }
        return TextResponse.of(
                where.isPresent() ? 409 : 404, where.orElse(frame.text("desk.refused.notOpen")));
    }

    /// Scripts also request other things of a conversation.
    private static boolean isPage(HttpServletRequest request) {
        return request.getRequestURI().matches(".*/desk/conversations/[^/]+");
    }

    private Optional<String> about(PageFrame frame, SignedIn me, HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var parts = path.split("/", 5);
        if (parts.length < 4) {
            return Optional.empty();
        }
        return id(parts[3])
                .flatMap(id ->
                        switch (parts[2]) {
                            case "offers" -> Optional.of(conflictTexts.ofOffer(frame, me, id));
                            case "consults" -> Optional.of(frame.text("consult.over"));
                            case "messages" -> Optional.of(conflictTexts.ofMessage(frame, me, id));
                            case "conversations" ->
                                    Optional.of(
                                            conflictTexts.orUnavailable(
                                                    frame, me, new ConversationId(id)));
                            default -> Optional.empty();
                        });
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
