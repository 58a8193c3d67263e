package dev.parley.platform.webserver;

import dev.parley.platform.BodyRule;
import dev.parley.platform.DirectEndpoint;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServer;

/// The web server as Parley configures it, with a few addresses for typical work: reading, writing
/// much, and streaming without end.
final class GuardedServer implements AutoCloseable {
    static final int MUCH = 64 * 1024 * 1024;

    final AtomicInteger calls = new AtomicInteger();
    final Semaphore unblocked = new Semaphore(0);
    final CompletableFuture<Void> released = new CompletableFuture<>();
    private final WebServer server;

    /// @param settings as `name=value`, without their prefix
    GuardedServer(String... settings) {
        var beans =
                new StaticListableBeanFactory(Map.of("hooks", new Rule(), "direct", new Direct()));
        var given =
                Stream.of(settings)
                        .map(setting -> setting.split("=", 2))
                        .collect(Collectors.toMap(one -> "parley.web." + one[0], one -> one[1]));
        var bound =
                new Binder(new MapConfigurationPropertySource(given))
                        .bindOrCreate("parley.web", Bindable.of(WebServerSettings.class));
        var factory = new JettyServletWebServerFactory(0);
        factory.setCompression(compression());
        new WebServerWiring(
                        bound,
                        beans.getBeanProvider(BodyRule.class),
                        beans.getBeanProvider(DirectEndpoint.class))
                .customize(factory);
        server =
                factory.getWebServer(context -> {
                    map(context.addServlet("count", new Count()), "/count", "/hooks/*", "/api/*");
                    map(context.addServlet("health", new Health()), "/actuator/health/*");
                    map(context.addServlet("block", new Blocked()), "/blocked");
                    map(context.addServlet("much", new Much()), "/much");
                    map(context.addServlet("refusal", new Forbidden()), "/refusal");
                    map(context.addServlet("stream", new Endless()), "/stream");
                });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.stop();
        server.destroy();
    }

    private static Compression compression() {
        var compression = new Compression();
        compression.setEnabled(true);
        return compression;
    }

    /// Answers with the size of the body, once it is released.
    private final class Direct implements DirectEndpoint {
        @Override
        public Optional<CompletionStage<Answer>> handle(Request request) {
            return switch (request.path()) {
                case "/direct" ->
                        Optional.of(released.thenApply(_ -> new Answer(202, "" + size(request))));
                case "/direct/broken" -> throw new IllegalStateException("It is broken");
                default -> Optional.empty();
            };
        }

        private static int size(Request request) {
            return request.body().exact().length;
        }
    }

    private static final class Rule implements BodyRule {
        @Override
        public Optional<Decision> of(String method, String path) {
            return switch (path) {
                case "/hooks/known" -> Optional.of(new Limited(512 * 1024));
                case "/hooks/unknown" -> Optional.of(new Refused(404, "Nobody is called so"));
                default -> Optional.empty();
            };
        }

        @Override
        public boolean takesFiles(String method, String path) {
            return List.of("/count", "/refusal").contains(path);
        }
    }

    private static void map(ServletRegistration.Dynamic servlet, String... addresses) {
        servlet.setAsyncSupported(true);
        if (!servlet.addMapping(addresses).isEmpty()) {
            throw new IllegalStateException(Arrays.toString(addresses));
        }
    }

    /// Returns the number of received bytes.
    private final class Count extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            calls.incrementAndGet();
            var count = request.getInputStream().readAllBytes().length;
            response.getWriter().print(count);
        }
    }

    private static final class Health extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.getWriter().print("UP");
        }
    }

    /// Waits for something in the server, as for a frozen database.
    private final class Blocked extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            calls.incrementAndGet();
            unblocked.acquireUninterruptibly();
        }
    }

    private static final class Much extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var block = new byte[64 * 1024];
            for (var written = 0; written < MUCH; written += block.length) {
                response.getOutputStream().write(block);
            }
        }
    }

    /// Answers without reading the body.
    private static final class Forbidden extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.getWriter().print("No");
        }
    }

    /// Sends nothing after its first word.
    private static final class Endless extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setContentType("text/event-stream");
            response.getOutputStream().write(':');
            response.flushBuffer();
            request.startAsync().setTimeout(0);
        }
    }
}
