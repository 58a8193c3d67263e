package dev.parley.house;

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
    private final ServerSocket door;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private volatile boolean shut;
    private volatile boolean losing;

    MailServer() {
        try {
            door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().name("post").start(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    /// {@return the e-mails as received, each with its headers}
    public List<String> letters() {
        return List.copyOf(letters);
    }

    public void shut(boolean now) {
        shut = now;
    }

    /// The next e-mail is accepted, but the client gets no confirmation.
    public void losesReceipt() {
        losing = true;
    }

    void empty() {
        shut = false;
        losing = false;
        letters.clear();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void open() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                take(caller);
            } catch (IOException _) {
                // the client has disconnected
            }
        }
    }

    private void take(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        var out = caller.getOutputStream();
        say(out, shut ? "421 shut" : "220 here");
        var line = shut ? null : in.readLine();
        while (line != null) {
            if (line.equals("DATA")) {
                say(out, "354 go on");
                letters.add(letter(in));
                if (losing) {
                    losing = false;
                    return;
                }
            }
            say(out, line.startsWith("QUIT") ? "221 bye" : "250 well");
            line = line.startsWith("QUIT") ? null : in.readLine();
        }
    }

    private static String letter(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        var line = in.readLine();
        while (line != null && !line.equals(".")) {
            letter.append(line).append('\n');
            line = in.readLine();
        }
        return letter.toString();
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(UTF_8));
        out.flush();
    }
}
