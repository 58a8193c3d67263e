package dev.parley.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/// Sends prepared requests over persistent connections, and reads no more of a response than its
/// status and length. One thread serves all connections, because the server needs the same
/// processors.
final class HttpLoop implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final InetSocketAddress address;
    private final int connections;
    private final List<Exchange> all = new ArrayList<>();
    private final Queue<Exchange> idle = new ArrayDeque<>();
    private long[] sent = {};
    private long[] taken = {};
    private int next;
    private int answered;
    private int refused;
    private final Map<Integer, Integer> refusals = new TreeMap<>();

    HttpLoop(URI server, int connections) throws IOException {
        address = new InetSocketAddress(server.getHost(), server.getPort());
        this.connections = connections;
    }

    /// Opens new connections: the server closes those that were idle since the last run.
    private void connect() throws IOException {
        disconnect();
        for (var number = 0; number < connections; number++) {
            var exchange = new Exchange(address);
            exchange.register(selector);
            all.add(exchange);
        }
        idle.addAll(all);
    }

    private void disconnect() throws IOException {
        for (var exchange : all) {
            exchange.close();
        }
        all.clear();
        idle.clear();
        selector.selectNow();
    }

    /// Keeps all connections busy until the time is over or all requests are sent.
    LoadResult saturate(List<byte[]> requests, Duration time) throws IOException {
        return run(requests, 0, time.toNanos());
    }

    /// Sends all requests at this rate. A request that had to wait for an idle connection counts
    /// from when it was due.
    LoadResult pace(List<byte[]> requests, double perSecond) throws IOException {
        return run(requests, (long) (1e9 / perSecond), Long.MAX_VALUE);
    }

    /// {@return when each request of the last run was sent, as `System.nanoTime()`}
    long[] sendTimes() {
        return Arrays.copyOf(sent, next);
    }

    /// {@return how many requests of the last run were refused, by status}
    Map<Integer, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    private LoadResult run(List<byte[]> requests, long interval, long time) throws IOException {
        sent = new long[requests.size()];
        taken = new long[requests.size()];
        next = 0;
        answered = 0;
        refused = 0;
        refusals.clear();
        connect();
        var start = System.nanoTime();
        var starved = false;
        while (true) {
            var now = System.nanoTime();
            var wanted = next < requests.size() && now - start < time;
            if (!wanted && idle.size() == all.size()) {
                break;
            }
            var due = start + next * interval;
            if (wanted && due <= now && !idle.isEmpty()) {
                send(requests.get(next), starved ? due : now);
                starved = false;
            } else {
                starved = starved || (wanted && due <= now && interval > 0);
                await(wanted && !idle.isEmpty() ? due - now : Long.MAX_VALUE);
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        return LoadResult.of(Arrays.copyOf(taken, answered), refused, seconds);
    }

    private void send(byte[] request, long from) throws IOException {
        sent[next] = from;
        idle.remove().send(request, from);
        next++;
    }

    private void await(long nanos) throws IOException {
        var millis = nanos == Long.MAX_VALUE ? 0 : nanos / 1_000_000 + 1;
        selector.select(this::read, millis);
    }

    private void read(SelectionKey key) {
        var exchange = (Exchange) key.attachment();
        var status = exchange.read();
        if (status == Exchange.INCOMPLETE) {
            return;
        }
        if (status / 100 == 2) {
            taken[answered] = System.nanoTime() - exchange.sentAt();
            answered++;
        } else {
            refused++;
            refusals.merge(status, 1, Integer::sum);
        }
        idle.add(exchange);
    }

    @Override
    public void close() throws IOException {
        disconnect();
        selector.close();
    }
}
