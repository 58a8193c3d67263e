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
/// because Jetty gives its own 200 permits, which those need too that would free them; connections,
/// the time for a body, and bytes of bodies under way are limited.
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
        factory.addServerCustomizers(WebServer::guard);
    }

    private static void guard(Server server) {
        var connections = new NetworkConnectionLimit(CONNECTIONS, server.getConnectors());
        connections.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
        server.addBean(connections);
        var bodies = new Bodies();
        bodies.setHandler(server.getHandler());
        server.setHandler(bodies);
    }

    /// Gives each body its time, and all of them together so many bytes.
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
            if (!body.take(isFile(request) ? 0 : Math.max(0, request.getLength()))) {
                body.end();
                return refuse(response, callback);
            }
            Request.addCompletionListener(
                    request,
                    _ -> {
                        body.end();
                        body.giveBack();
                    });
            return super.handle(body, response, callback);
        }

        private static boolean hasBody(Request request) {
            return request.getLength() > 0
                    || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        }

        /// Files go to the disk as they come.
        private static boolean isFile(Request request) {
            var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
            return type != null && type.startsWith("multipart/");
        }

        private static boolean refuse(Response response, Callback callback) {
            response.setStatus(503);
            response.getHeaders().put(HttpHeader.RETRY_AFTER, BodyErrors.PAUSE.toSeconds());
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            response.write(true, ByteBuffer.wrap(BodyErrors.WORDS.getBytes(UTF_8)), callback);
            return true;
        }

        /// A body that must be here in time, or its connection is closed. One without a length
        /// takes its room as it comes.
        private final class Body extends Request.Wrapper {
            private final Scheduler.Task deadline;
            private final boolean isCounted;
            private long taken;

            Body(Request request, Scheduler scheduler) {
                super(request);
                isCounted = request.getLength() < 0 && !isFile(request);
                var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
                deadline =
                        scheduler.schedule(
                                () -> endPoint.close(new TimeoutException("The body is late")),
                                SECONDS,
                                TimeUnit.SECONDS);
            }

            @Override
            public Content.@Nullable Chunk read() {
                var chunk = super.read();
                if (chunk != null && chunk.isLast()) {
                    end();
                }
                if (chunk != null && isCounted && !take(chunk.remaining())) {
                    chunk.release();
                    return Content.Chunk.from(new BodyMemoryExceeded(), true);
                }
                return chunk;
            }

            boolean take(long size) {
                if (bytes.addAndGet(size) > MOST_BYTES) {
                    bytes.addAndGet(-size);
                    return false;
                }
                taken += size;
                return true;
            }

            void giveBack() {
                bytes.addAndGet(-taken);
            }

            void end() {
                deadline.cancel();
            }
        }
    }
}
