package dev.parley.simulator.control;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Opens the stream of changes.
@RestController
class StreamController {
    private final Stream stream;

    StreamController(Stream stream) {
        this.stream = stream;
    }

    @GetMapping("/simulator/stream")
    SseEmitter stream() {
        return stream.open();
    }
}
