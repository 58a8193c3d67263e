package dev.parley.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// The yardstick of the web server: the same one, configured as Parley's is, which checks a
/// webhook's signature, stores nothing, and sends the body to all open event streams.
public final class PlainServer extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String PAGE =
            """
            <!doctype html><meta charset="utf-8"><title>Yardstick</title><ol id="timeline"></ol>
            <script>
            new EventSource("/stream").onmessage = event => {
                const entry = document.createElement("li");
                entry.textContent = event.data;
                document.getElementById("timeline").append(entry);
            };
            </script>
            """;

    private final transient SecretKeySpec key;
    private final transient Set<ServletOutputStream> streams = ConcurrentHashMap.newKeySet();
    private final transient ExecutorService sender = Executors.newSingleThreadExecutor();

    private PlainServer(String secret) {
        key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    public static void main(String[] portAndSecret) throws Exception {
        var threads = new VirtualThreadPool(-1);
        var server = new Server(threads);
        var connector = new ServerConnector(server, new HttpConnectionFactory());
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(portAndSecret[0]));
        server.addConnector(connector);
        var context = new ServletContextHandler();
        var servlet = new ServletHolder(new PlainServer(portAndSecret[1]));
        servlet.setAsyncSupported(true);
        context.addServlet(servlet, "/*");
        server.setHandler(context);
        server.start();
        server.join();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = request.getInputStream().readAllBytes();
        var right = isSigned(body, String.valueOf(request.getHeader("X-Hub-Signature-256")));
        response.setStatus(right ? 200 : 403);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write("EVENT_RECEIVED".getBytes(UTF_8));
        if (!streams.isEmpty()) {
            sender.execute(() -> send(body));
        }
    }

    private boolean isSigned(byte[] body, String signature) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            var expected = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
            return MessageDigest.isEqual(expected.getBytes(UTF_8), signature.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void send(byte[] body) {
        var event = ("data:" + new String(body, UTF_8) + "\n\n").getBytes(UTF_8);
        streams.removeIf(stream -> !wrote(stream, event));
    }

    private static boolean wrote(ServletOutputStream stream, byte[] event) {
        try {
            stream.write(event);
            stream.flush();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getRequestURI().equals("/stream")) {
            response.setContentType("text/event-stream");
            request.startAsync().setTimeout(0);
            response.flushBuffer();
            streams.add(response.getOutputStream());
        } else {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(PAGE.getBytes(UTF_8));
        }
    }
}
