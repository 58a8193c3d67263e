package dev.parley.simulator.graph;

import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.world.Ids;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.SimulatedClock;
import dev.parley.simulator.world.StateChanged;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The filter for all Graph calls: removes the version from the path, since all versions behave
/// alike, adds the headers that each of Meta's responses has, and logs the call.
@Component
class GraphGate extends OncePerRequestFilter {
    /// The request attribute for a connection that was cut.
    static final String CUT = GraphGate.class.getName() + ".cut";

    /// The request attribute with the message of the returned error.
    static final String ERROR = GraphGate.class.getName() + ".error";

    /// The request attribute with the version as given in the path, if any.
    static final String VERSION = GraphGate.class.getName() + ".version";

    /// The internal path of Graph, separate from the page, the files and the control API.
    static final String INSIDE = "/graph";

    /// The internal path of a batch; the root belongs to the start page.
    static final String BATCH = "/:batch";

    /// The internal path for several nodes by their ids.
    static final String IDS = "/:ids";

    private static final String PARAMETERS = GraphGate.class.getName() + ".parameters";
    private static final Logger log = LoggerFactory.getLogger(GraphGate.class);
    private static final Set<String> OVERRIDES = Set.of("GET", "POST", "DELETE");

    private final CallLog calls;
    private final SimulatedClock clock;
    private final Faults faults;
    private final ParameterReader reader;
    private final ErrorAnswers errors;
    private final ApplicationEventPublisher events;

    GraphGate(
            CallLog calls,
            SimulatedClock clock,
            Faults faults,
            ParameterReader reader,
            ErrorAnswers errors,
            ApplicationEventPublisher events) {
        this.calls = calls;
        this.clock = clock;
        this.faults = faults;
        this.reader = reader;
        this.errors = errors;
        this.events = events;
    }

    /// {@return the parameters of the URL and the body, without uploads}
    @SuppressWarnings("unchecked")
    static Map<String, JsonNode> parameters(HttpServletRequest request) {
        return request.getAttribute(PARAMETERS) instanceof Map<?, ?> read
                ? (Map<String, JsonNode>) read
                : Map.of();
    }

    /// {@return the path of a call without its version}
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(INSIDE.length());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = GraphAddress.of(request);
        if (address.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var at = clock.instant();
        var began = System.nanoTime();
        var version = address.get().version();
        request.setAttribute(VERSION, version == null ? "" : "/" + version);
        addHeaders(response, Versions.served(version, at));
        response.setDateHeader("Date", at.plus(ahead()).toEpochMilli());
        try {
            forward(address.get(), request, response, chain);
        } catch (GraphRefusal refused) {
            errors.write(refused.error(), request, response);
        } catch (ServletException | RuntimeException failure) {
            log.error("Could not answer {}", request.getRequestURI(), failure);
            errors.write(GraphErrors.UNKNOWN, request, response);
        }
        log(request, response.getStatus(), at, System.nanoTime() - began);
    }

    private void forward(
            GraphAddress address,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (Versions.isFuture(address.version())) {
            throw new GraphRefusal(
                    GraphErrors.unknownPath("/" + address.version() + address.path()));
        }
        var parameters = reader.read(request);
        request.setAttribute(PARAMETERS, parameters);
        var method = method(request, parameters);
        var path = address.path().equals(GraphAddress.ROOT) ? root(method) : address.path();
        chain.doFilter(new Inside(request, method, INSIDE + path), response);
    }

    /// Clients that cannot send another method can name it in a parameter.
    private static String method(HttpServletRequest request, Map<String, JsonNode> parameters) {
        var sent = request.getMethod();
        var wanted = parameters.getOrDefault("method", MissingNode.getInstance()).asString("");
        var named = wanted.toUpperCase(Locale.ROOT);
        var may = sent.equals("GET") || sent.equals("POST");
        if (sent.equals("TRACE")) {
            throw new GraphRefusal(GraphErrors.noObject(sent, ""));
        }
        return may && OVERRIDES.contains(named) ? named : sent;
    }

    private static String root(String method) {
        return switch (method) {
            case "POST" -> BATCH;
            case "GET", "HEAD" -> IDS;
            default -> GraphAddress.ROOT;
        };
    }

    private Duration ahead() {
        return faults.hit(Condition.Kind.CLOCK_AHEAD, null)
                .map(condition -> Duration.ofMinutes(condition.value()))
                .orElse(Duration.ZERO);
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
                new CallLog.Call(
                        at.toEpochMilli(),
                        request.getMethod(),
                        request.getRequestURI(),
                        Redaction.query(request.getQueryString()),
                        read instanceof GraphCall call ? Redaction.body(call) : null,
                        request.getAttribute(CUT) == null ? status : 0,
                        Duration.ofNanos(nanos).toMillis(),
                        request.getAttribute(ERROR) instanceof String error ? error : null));
        var page = request.getAttribute(Tokens.PAGE) instanceof Page used ? used : null;
        events.publishEvent(StateChanged.call(page));
    }

    /// The same request below Graph's path. Graph responds with JSON, whatever the client accepts.
    private static final class Inside extends HttpServletRequestWrapper {
        private final String method;
        private final String path;

        Inside(HttpServletRequest request, String method, String path) {
            super(request);
            this.method = method;
            this.path = path;
        }

        @Override
        public String getMethod() {
            return method;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isAccept(name) ? MediaType.ALL_VALUE : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isAccept(name)
                    ? Collections.enumeration(List.of(MediaType.ALL_VALUE))
                    : super.getHeaders(name);
        }

        private static boolean isAccept(String name) {
            return name.equalsIgnoreCase("Accept");
        }
    }
}
