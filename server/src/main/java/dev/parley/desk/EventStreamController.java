package dev.parley.desk;

import dev.parley.identity.SignedIn;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The event stream that each open desk listens to.
@Controller
class EventStreamController {
    private final EventStreams eventStreams;

    EventStreamController(EventStreams eventStreams) {
        this.eventStreams = eventStreams;
    }

    @GetMapping(path = "/desk/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(SignedIn me, HttpSession session) {
        return eventStreams.open(me, session.getId());
    }
}
