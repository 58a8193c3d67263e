package dev.parley.simulator.graph;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.fault.SendFault;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The way between a desk and Meta, with whatever is set to go wrong on it.
@Component
class Line {
    private static final String SORRY =
            "<!DOCTYPE html><html><head><title>Sorry, this page isn't available</title></head>"
                    + "<body>Something went wrong</body></html>";

    private final Faults faults;

    Line(Faults faults) {
        this.faults = faults;
    }

    /// {@return nothing if the line was cut}
    @Nullable ResponseEntity<?> carry(
            HttpServletRequest request, Supplier<Map<String, Object>> accept) {
        return switch (faults.hitSend().orElse(null)) {
            case null -> ResponseEntity.ok(accept.get());
            case SendFault.Refuse refuse -> throw new Refused(error(refuse));
            case SendFault.Garbage(var status, var html) -> garbage(status, html);
            case SendFault.Delay(var by) -> {
                wait(by);
                yield ResponseEntity.ok(accept.get());
            }
            case SendFault.Cut(var accepted) -> {
                if (accepted) {
                    var _ = accept.get();
                }
                cut(request);
                yield null;
            }
        };
    }

    private static GraphError error(SendFault.Refuse refuse) {
        return new GraphError(
                refuse.status(),
                refuse.code(),
                refuse.subcode(),
                refuse.type(),
                refuse.message(),
                refuse.passing());
    }

    private static ResponseEntity<String> garbage(int status, boolean html) {
        return ResponseEntity.status(status)
                .contentType(html ? MediaType.TEXT_HTML : MediaType.TEXT_PLAIN)
                .body(html ? SORRY : "upstream error");
    }

    private static void wait(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cut(HttpServletRequest request) {
        request.setAttribute(GraphGate.CUT, true);
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
