package dev.parley.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Replaces Meta's hosts: serves files, redirects, and records requests. Uploads are refused.
public final class FileHost {
    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> dispositions = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> outages = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public FileHost() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /// {@return the host, by its IP address}
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// {@return the same host by a name that is not allowed for Messenger}
    public String foreignUrl() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// {@return the address at which the file is now served}
    public String serve(String path, byte[] bytes) {
        files.put(path, bytes);
        return url() + path;
    }

    /// {@return the address at which the file is now served, with this `Content-Disposition`}
    public String serve(String path, byte[] bytes, String disposition) {
        dispositions.put(path, disposition);
        return serve(path, bytes);
    }

    public String redirect(String path, String to) {
        redirects.put(path, to);
        return url() + path;
    }

    /// Fails so many times before it serves.
    public void failFirst(String path, int times) {
        outages.put(path, new AtomicInteger(times));
    }

    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            requests.add(path);
            var outage = outages.get(path);
            var to = redirects.get(path);
            var bytes = files.get(path);
            if (outage != null && outage.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(503, -1);
            } else if (to != null) {
                exchange.getResponseHeaders().add("Location", to);
                exchange.sendResponseHeaders(302, -1);
            } else if (bytes == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                var disposition = dispositions.get(path);
                if (disposition != null) {
                    exchange.getResponseHeaders().add("Content-Disposition", disposition);
                }
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
