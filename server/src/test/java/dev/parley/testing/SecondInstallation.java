package dev.parley.testing;

import static org.awaitility.Awaitility.await;

import dev.parley.Parley;
import dev.parley.platform.Installation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Another Parley that uses the simulator as the Graph API on the internet, through its proxy. Its
/// settings can be changed as an operator changes them, by a restart; it keeps its port and its
/// database, and users stay signed in.
public final class SecondInstallation implements AutoCloseable {
    private static final String GRAPH = "graph.facebook.example";

    private final Simulator simulator;
    private final int port = Ports.free();
    private final List<String> database;
    private ConfigurableApplicationContext parley;

    /// @param publicUrl its public URL setting
    public SecondInstallation(Simulator simulator, String publicUrl) {
        this.simulator = simulator;
        var pool = TestPostgres.freshDatabase();
        database =
                List.of(
                        "--parley.database.url=" + pool.getJdbcUrl(),
                        "--parley.database.user=" + pool.getUsername(),
                        "--parley.database.password=" + pool.getPassword());
        pool.close();
        parley = launch(publicUrl);
    }

    /// Restarts it with this address, and confirms that it is the same installation.
    public void moveTo(String publicUrl) {
        parley.close();
        parley = launch(publicUrl);
        part(Installation.class).confirm();
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public <T> T part(Class<T> type) {
        return parley.getBean(type);
    }

    /// All requested page checks have finished.
    public void settles() {
        await("it was checked")
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        part(JdbcClient.class)
                                .sql("select count(*) = 0 from page_status where asked")
                                .query(Boolean.class)
                                .single());
    }

    private ConfigurableApplicationContext launch(String publicUrl) {
        var usual = ProxySelector.getDefault();
        ProxySelector.setDefault(new Detour(URI.create(simulator.url()), usual));
        try {
            return new SpringApplicationBuilder(Parley.class)
                    .initializers(SecondInstallation::setGraphUrl)
                    .registerShutdownHook(false)
                    .run(settings(publicUrl));
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    private String[] settings(String publicUrl) {
        return Stream.concat(
                        database.stream(),
                        Stream.of(
                                "--server.port=" + port,
                                "--parley.public-url=" + publicUrl,
                                "--parley.data=" + Path.of("target", "branch-" + port)))
                .toArray(String[]::new);
    }

    /// A server refuses to start with an unencrypted Graph API that is not local, so this is set
    /// after the check.
    private static void setGraphUrl(ConfigurableApplicationContext starting) {
        starting.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "internet",
                                Map.of("parley.messenger.graph-url", "http://" + GRAPH)));
    }

    @Override
    public void close() {
        parley.close();
    }

    /// Redirects requests for the Graph API to the simulator.
    private static final class Detour extends ProxySelector {
        private final Proxy simulator;
        private final ProxySelector usual;

        Detour(URI simulator, ProxySelector usual) {
            this.simulator =
                    new Proxy(
                            Proxy.Type.HTTP,
                            new InetSocketAddress(simulator.getHost(), simulator.getPort()));
            this.usual = usual;
        }

        @Override
        public List<Proxy> select(URI address) {
            return GRAPH.equals(address.getHost()) ? List.of(simulator) : usual.select(address);
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
            usual.connectFailed(address, proxy, failure);
        }
    }
}
