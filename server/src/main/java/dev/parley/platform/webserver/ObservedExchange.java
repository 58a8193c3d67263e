package dev.parley.platform.webserver;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/// Wrappers of a request and its response that record when they wait for the client.
final class ObservedExchange {
    private ObservedExchange() {}

    static final class ObservedRequest extends Request.Wrapper {
        private static final int MAX_READS = 16;

        private final Exchange exchange;

        ObservedRequest(Request request, Exchange exchange) {
            super(request);
            this.exchange = exchange;
        }

        @Override
        public Content.Chunk read() {
            var chunk = super.read();
            if (Content.Chunk.isFailure(chunk)) {
                if (!(chunk.getFailure() instanceof HttpException)) {
                    exchange.markDisconnected();
                }
            } else if (chunk != null) {
                exchange.reading.moved(chunk.remaining());
            }
            return chunk;
        }

        /// Content that has not arrived yet stays readable for [LingeringClose]; Jetty's own
        /// implementation makes the next read fail.
        @Override
        public boolean consumeAvailable() {
            for (var count = 0; count < MAX_READS; count++) {
                var chunk = read();
                if (chunk == null) {
                    return false;
                }
                chunk.release();
                if (chunk.isLast()) {
                    return !Content.Chunk.isFailure(chunk);
                }
            }
            return false;
        }

        @Override
        public void demand(Runnable callback) {
            exchange.reading.begins(System.nanoTime());
            exchange.yieldSlot();
            super.demand(
                    Invocable.from(
                            Invocable.getInvocationType(callback),
                            () -> {
                                exchange.reading.ends(System.nanoTime());
                                exchange.resume();
                                callback.run();
                            }));
        }
    }

    static final class ObservedResponse extends Response.Wrapper {
        private final Exchange exchange;

        ObservedResponse(Request request, Response response, Exchange exchange) {
            super(request, response);
            this.exchange = exchange;
        }

        /// Writes nothing to a client that disconnected: the write could only block.
        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (exchange.isLost()) {
                callback.failed(new EofException("The client disconnected"));
                return;
            }
            var count = content == null ? 0 : content.remaining();
            exchange.writing.begins(System.nanoTime());
            var written = new Written(exchange, count, callback);
            super.write(last, content, written);
            if (!written.done) {
                exchange.yieldSlot();
                if (written.done) {
                    exchange.resume();
                }
            }
        }
    }

    private static final class Written extends Callback.Nested {
        private final Exchange exchange;
        private final int count;
        private volatile boolean done;

        Written(Exchange exchange, int count, Callback callback) {
            super(callback);
            this.exchange = exchange;
            this.count = count;
        }

        @Override
        public void succeeded() {
            exchange.writing.ends(System.nanoTime());
            exchange.writing.moved(count);
            done = true;
            exchange.resume();
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            exchange.writing.ends(System.nanoTime());
            done = true;
            exchange.resume();
            super.failed(failure);
        }
    }
}
