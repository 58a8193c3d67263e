package dev.parley.platform.webserver;

import dev.parley.platform.CollectedBody;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/// Collects a body before the request is dispatched: no thread waits while it arrives, and it takes
/// no more memory than has arrived.
final class BodyCollection implements Invocable.Task {
    private static final int FIRST = 4096;

    private final Request request;
    private final Exchange exchange;
    private final BodyBudget budget;
    private final int most;
    private final int declared;
    private final Executor executor;
    private final Outcome outcome;
    private byte[] bytes = {};
    private int size;
    private boolean waited;

    /// The callbacks for the result.
    ///
    /// @param collected continues with the request, on a thread that may block
    /// @param refused responds without blocking
    /// @param lost ends the request without a response: the client disconnected
    record Outcome(
            Consumer<Request> collected, Consumer<Refusal> refused, Consumer<Throwable> lost) {}

    BodyCollection(
            Request request,
            Exchange exchange,
            BodyBudget budget,
            int most,
            Executor executor,
            Outcome outcome) {
        this.request = request;
        this.exchange = exchange;
        this.budget = budget;
        this.most = most;
        this.declared = (int) Math.min(request.getLength(), most);
        this.executor = executor;
        this.outcome = outcome;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
        for (var open = true; open; ) {
            var chunk = request.read();
            if (chunk == null) {
                waited = true;
                request.demand(this);
                return;
            }
            open = take(chunk);
        }
    }

    /// {@return whether more is expected}
    private boolean take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            if (chunk.getFailure() instanceof HttpException malformed) {
                outcome.refused.accept(Refusal.malformed(malformed));
            } else {
                outcome.lost.accept(chunk.getFailure());
            }
            return false;
        }
        var last = chunk.isLast();
        var refusal = append(chunk);
        chunk.release();
        if (refusal != null) {
            outcome.refused.accept(refusal);
            return false;
        }
        if (last) {
            complete();
        }
        return !last;
    }

    private void complete() {
        var body = new CollectedBody(bytes, size);
        request.setAttribute(CollectedBody.ATTRIBUTE, body);
        var whole = new CollectedRequest(request, body);
        if (waited) {
            executor.execute(() -> outcome.collected.accept(whole));
        } else {
            outcome.collected.accept(whole);
        }
    }

    private @Nullable Refusal append(Content.Chunk chunk) {
        var count = chunk.remaining();
        if (count > most - size) {
            return Refusal.tooLarge(most);
        }
        if (count > bytes.length - size && !grow(size + count)) {
            return Refusal.OUT_OF_MEMORY;
        }
        chunk.getByteBuffer().get(bytes, size, count);
        size += count;
        return null;
    }

    private boolean grow(int needed) {
        var wanted = Math.max(needed, Math.max(FIRST, 2 * bytes.length));
        var capacity = Math.max(needed, Math.min(wanted, declared > 0 ? declared : most));
        var more = capacity - bytes.length;
        if (!exchange.client.take(more, budget.share())) {
            return false;
        }
        if (!budget.reserve(more, declared > 0 ? declared : most)) {
            exchange.client.giveBack(more);
            return false;
        }
        bytes = Arrays.copyOf(bytes, capacity);
        return true;
    }

    /// Releases the memory of the body.
    void release() {
        budget.release(bytes.length);
        exchange.client.giveBack(bytes.length);
    }
}
