package dev.parley.simulator.graph;

import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.world.Changed;
import dev.parley.simulator.world.Ids;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.SimulatedClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Where every call to Graph comes in: takes the version off the path, since all versions are
/// served alike, sends the headers that each answer of Meta has, and writes the call down.
@Component
class GraphGate extends OncePerRequestFilter {
    /// The request attribute that says that the line was cut.
    static final String CUT = GraphGate.class.getName() + ".cut";

    /// The request attribute with the code of the error that was answered.
    static final String ERROR = GraphGate.class.getName() + ".error";

    /// The request attribute with the version as it stands in the path, if it does.
    static final String VERSION = GraphGate.class.getName() + ".version";

    /// Where a batch is taken: at the root, to which the start page belongs, it could not be.
    static final String BATCH = "/batch";

    private static final Pattern GRAPH =
            Pattern.compile(
                    "(?:/(v\\d+\\.\\d+))?(/(?:(?:me|\\d+|[mt]_[^/]+|debug_token|oauth|dialog)(?:/.*)?)?)");

    private final Calls calls;
    private final SimulatedClock clock;
    private final Faults faults;
    private final ApplicationEventPublisher events;

    GraphGate(Calls calls, SimulatedClock clock, Faults faults, ApplicationEventPublisher events) {
        this.calls = calls;
        this.clock = clock;
        this.faults = faults;
        this.events = events;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = GRAPH.matcher(request.getRequestURI());
        if (!path.matches() || isStartPage(request)) {
            chain.doFilter(request, response);
            return;
        }
        var at = clock.instant();
        var began = System.nanoTime();
        var version = path.group(1);
        request.setAttribute(VERSION, version == null ? "" : "/" + version);
        addHeaders(response, Versions.served(version, at));
        response.setDateHeader("Date", at.plus(ahead()).toEpochMilli());
        var node = path.group(2).equals("/") ? BATCH : path.group(2);
        chain.doFilter(new WithoutVersion(request, node), response);
        log(request, response.getStatus(), at, System.nanoTime() - began);
    }

    private Duration ahead() {
        return faults.hit(Condition.Kind.CLOCK_AHEAD, null)
                .map(condition -> Duration.ofMinutes(condition.value()))
                .orElse(Duration.ZERO);
    }

    /// What is posted to the root is a batch.
    private static boolean isStartPage(HttpServletRequest request) {
        return request.getRequestURI().equals("/") && !request.getMethod().equals("POST");
    }

    private static void addHeaders(HttpServletResponse response, String version) {
        response.setHeader("facebook-api-version", version);
        response.setHeader("x-fb-trace-id", Ids.trace());
        response.setHeader("x-fb-request-id", Ids.trace());
        response.setHeader(
                "X-App-Usage", "{\"call_count\":1,\"total_cputime\":1,\"total_time\":1}");
    }

    private void log(HttpServletRequest request, int status, Instant at, long nanos) {
        var read = request.getAttribute(GraphCallReader.READ);
        calls.add(
                new Calls.Call(
                        at.toEpochMilli(),
                        request.getMethod(),
                        request.getRequestURI(),
                        Masks.query(request.getQueryString()),
                        read instanceof GraphCall call ? Masks.body(call) : null,
                        request.getAttribute(CUT) == null ? status : 0,
                        Duration.ofNanos(nanos).toMillis(),
                        request.getAttribute(ERROR) instanceof String error ? error : null));
        var page = request.getAttribute(Tokens.PAGE) instanceof Page used ? used : null;
        events.publishEvent(Changed.call(page));
    }

    /// The same request under a path that begins with the node.
    private static final class WithoutVersion extends HttpServletRequestWrapper {
        private final String path;

        WithoutVersion(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }
}
