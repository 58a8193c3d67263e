package dev.parley.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Finds free ports for servers that take a while to start. They are below the range from which
/// systems choose the ports of outgoing connections: one of these would take a port found there
/// before the server listens.
public final class Ports {
    private static final int FIRST = 10_000;
    private static final int END = 30_000;

    private Ports() {}

    /// {@return a port on which nothing listens}
    public static int free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, END))
                .limit(100)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no port is free"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
