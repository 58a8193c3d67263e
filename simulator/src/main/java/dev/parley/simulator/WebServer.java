package dev.parley.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/// Configures the web server so that stalled clients do not block others. Threads are unlimited,
/// because Jetty's own limit of 200 permits also applies to the tasks that would free permits.
/// Connections, the time to receive a body, and the total size of bodies in progress are limited.
@Component
class WebServer implements WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory>, Ordered {
    private static final int UNLIMITED = -1;
    private static final int CONNECTIONS = 2000;
    private static final long CROWDED_IDLE_MILLIS = 1000;

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(ConfigurableJettyWebServerFactory factory) {
        var threads = new VirtualThreadPool(UNLIMITED);
        threads.setName("jetty-");
        factory.setThreadPool(threads);
        factory.addServerCustomizers(WebServer::limit);
    }

    private static void limit(Server server) {
        var connections = new NetworkConnectionLimit(CONNECTIONS, server.getConnectors());
        connections.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
        server.addBean(connections);
        var bodies = new Bodies();
        bodies.setHandler(server.getHandler());
        server.setHandler(bodies);
    }

    /// Limits the time for each body, and the total bytes of all bodies.
    private static final class Bodies extends Handler.Wrapper {
        private static final long SECONDS = 120;
        private static final long MOST_BYTES = 32 * 1024 * 1024;

        private final AtomicLong bytes = new AtomicLong();

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            if (!hasBody(request)) {
                return super.handle(request, response, callback);
            }
            var body = new Body(request, getServer().getScheduler());
            if (!body.reserve(isFile(request) ? 0 : Math.max(0, request.getLength()))) {
                body.cancelDeadline();
                return refuse(response, callback);
            }
            Request.addCompletionListener(
                    request,
                    _ -> {
                        body.cancelDeadline();
                        body.release();
                    });
            return super.handle(body, response, callback);
        }

        private static boolean hasBody(Request request) {
            return request.getLength() > 0
                    || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        }

        /// Files are written to disk while they are received.
        private static boolean isFile(Request request) {
            var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
            return type != null && type.startsWith("multipart/");
        }

        private static boolean refuse(Response response, Callback callback) {
            response.setStatus(503);
            response.getHeaders().put(HttpHeader.RETRY_AFTER, BodyErrors.PAUSE.toSeconds());
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            response.write(true, ByteBuffer.wrap(BodyErrors.MESSAGE.getBytes(UTF_8)), callback);
            return true;
        }

        /// A body whose connection is closed if it is not received in time. A body without a length
        /// is counted while it is received.
        private final class Body extends Request.Wrapper {
            private final Scheduler.Task deadline;
            private final boolean isCounted;
            private long reserved;

            Body(Request request, Scheduler scheduler) {
                super(request);
                isCounted = request.getLength() < 0 && !isFile(request);
                var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
                deadline =
                        scheduler.schedule(
                                () -> endPoint.close(new TimeoutException("The body is too slow")),
                                SECONDS,
                                TimeUnit.SECONDS);
            }

            @Override
            public Content.@Nullable Chunk read() {
                var chunk = super.read();
                if (chunk != null && chunk.isLast()) {
                    cancelDeadline();
                }
                if (chunk != null && isCounted && !reserve(chunk.remaining())) {
                    chunk.release();
                    return Content.Chunk.from(new BodyMemoryExceeded(), true);
                }
                return chunk;
            }

            boolean reserve(long size) {
                if (bytes.addAndGet(size) > MOST_BYTES) {
                    bytes.addAndGet(-size);
                    return false;
                }
                reserved += size;
                return true;
            }

            void release() {
                bytes.addAndGet(-reserved);
            }

            void cancelDeadline() {
                deadline.cancel();
            }
        }
    }
}
