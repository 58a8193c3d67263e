package dev.parley.platform.webserver;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/// After an answer that did not wait for the end of its request, throws away what the client still
/// sends: a connection that is shut with bytes unread is reset, and the answer is lost on its way
/// to a client that sends everything before it listens. It ends after some bytes or some seconds,
/// by [SlowClients].
final class LingeringClose extends Callback.Nested implements Invocable.Task {
    private static final long MOST = 32 * 1024 * 1024;

    private final Request request;
    private final Exchange exchange;
    private long thrownAway;

    LingeringClose(Request request, Exchange exchange, Callback callback) {
        super(callback);
        this.request = request;
        this.exchange = exchange;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /// Who asked whether to go on, and was answered instead, sends nothing more.
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
        while (thrownAway < MOST) {
            var chunk = request.read();
            if (chunk == null) {
                exchange.lingers();
                request.demand(this);
                return;
            }
            thrownAway += chunk.remaining();
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                break;
            }
        }
        super.succeeded();
    }
}
