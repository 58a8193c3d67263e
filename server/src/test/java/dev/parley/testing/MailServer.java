package dev.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail server that accepts everything, or nothing while it is closed, or accepts an e-mail and
/// disconnects before it confirms it.
public final class MailServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> emails = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private volatile boolean dropsReceipt;

    MailServer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().name("post").start(this::open);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// {@return the e-mails as received, each with its headers}
    public List<String> emails() {
        return List.copyOf(emails);
    }

    public void refuses(boolean now) {
        closed = now;
    }

    /// The next e-mail is accepted, but the client gets no confirmation.
    public void dropsReceipt() {
        dropsReceipt = true;
    }

    void empty() {
        closed = false;
        dropsReceipt = false;
        emails.clear();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void open() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                take(caller);
            } catch (IOException _) {
                // the client has disconnected
            }
        }
    }

    private void take(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        var out = caller.getOutputStream();
        reply(out, closed ? "421 shut" : "220 here");
        var line = closed ? null : in.readLine();
        while (line != null) {
            if (line.equals("DATA")) {
                reply(out, "354 go on");
                emails.add(readEmail(in));
                if (dropsReceipt) {
                    dropsReceipt = false;
                    return;
                }
            }
            reply(out, line.startsWith("QUIT") ? "221 bye" : "250 well");
            line = line.startsWith("QUIT") ? null : in.readLine();
        }
    }

    private static String readEmail(BufferedReader in) throws IOException {
        var email = new StringBuilder();
        var line = in.readLine();
        while (line != null && !line.equals(".")) {
            email.append(line).append('\n');
            line = in.readLine();
        }
        return email.toString();
    }

    private static void reply(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(UTF_8));
        out.flush();
    }
}
