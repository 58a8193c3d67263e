package dev.parley.platform.webserver;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/// After a response that was sent before the end of its request, discards what the client still
/// sends: a connection that is closed with unread bytes is reset, and a client that sends
/// everything before it reads would lose the response. It ends after some bytes, or after some
/// seconds by [SlowClients].
final class LingeringClose extends Callback.Nested implements Invocable.Task {
    private static final long MAX_BYTES = 32 * 1024 * 1024;

    private final Request request;
    private final Exchange exchange;
    private long discarded;

    LingeringClose(Request request, Exchange exchange, Callback callback) {
        super(callback);
        this.request = request;
        this.exchange = exchange;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /// A client that sent `Expect`, and got a final response instead, sends nothing more.
    @Override
    public void succeeded() {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            super.succeeded();
        } else {
            run();
        }
    }

    @Override
    public void run() {
        while (discarded < MAX_BYTES) {
            var chunk = request.read();
            if (chunk == null) {
                exchange.markLingering();
                request.demand(this);
                return;
            }
            discarded += chunk.remaining();
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                break;
            }
        }
        super.succeeded();
    }
}
