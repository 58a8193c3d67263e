package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The connection between a browser and Parley, which can stop responding: nothing arrives any
/// more, and nothing is closed.
public final class FlakyConnection implements AutoCloseable {
    private final ServerSocket socket;
    private final URI to;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;

    public FlakyConnection(String address) {
        to = URI.create(address);
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().name("line").start(this::accept);
    }

    public String url() {
        return "http://localhost:" + socket.getLocalPort();
    }

    /// From now on nothing is transferred, on open connections and on new ones.
    public void stopsResponding() {
        silent = true;
        calls.forEach(Call::fallSilent);
    }

    /// New connections work again. The old ones stay as they are: neither side is notified.
    public void recovers() {
        silent = false;
    }

    private void accept() {
        try {
            while (true) {
                var call = new Call(socket.accept());
                calls.add(call);
                if (silent) {
                    call.fallSilent();
                } else {
                    call.connect(to);
                }
            }
        } catch (IOException _) {
            // The socket was closed.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        calls.forEach(Call::close);
    }

    private static final class Call {
        private final Socket caller;
        private final Socket called = new Socket();
        private volatile boolean silent;

        Call(Socket caller) {
            this.caller = caller;
        }

        void fallSilent() {
            silent = true;
        }

        void connect(URI to) throws IOException {
            called.connect(
                    new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), to.getPort()));
            Thread.ofVirtual().start(() -> carry(caller, called));
            Thread.ofVirtual().start(() -> carry(called, caller));
        }

        private void carry(Socket from, Socket there) {
            var buffer = new byte[8192];
            try {
                var in = from.getInputStream();
                var out = there.getOutputStream();
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (silent) {
                        continue;
                    }
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException _) {
                // One side closed the connection.
            }
            if (!silent) {
                close();
            }
        }

        void close() {
            try (caller;
                    called) {
                silent = false;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
