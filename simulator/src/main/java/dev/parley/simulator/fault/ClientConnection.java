package dev.parley.simulator.fault;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;

/// The connection to the client.
public final class ClientConnection {
    private ClientConnection() {}

    /// Closes it without a response.
    public static void cut(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /// Delays the response.
    public static void hold(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
