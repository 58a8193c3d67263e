package dev.parley.platform.webserver;

import dev.parley.platform.BodyRule;
import dev.parley.platform.DirectEndpoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/// Configures the web server. Runs after Spring Boot's own customizers, whose thread pool is
/// replaced: Jetty's pool has 200 permits for all its virtual threads, including those that would
/// unblock the others, so that 200 waiting threads block it permanently.
@Component
class WebServerWiring
        implements WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory>, Ordered {
    private static final int UNLIMITED = -1;

    private final WebServerSettings settings;
    private final ObjectProvider<BodyRule> rules;
    private final ObjectProvider<DirectEndpoint> endpoints;

    WebServerWiring(
            WebServerSettings settings,
            ObjectProvider<BodyRule> rules,
            ObjectProvider<DirectEndpoint> endpoints) {
        this.settings = settings;
        this.rules = rules;
        this.endpoints = endpoints;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(ConfigurableJettyWebServerFactory factory) {
        var threads = new VirtualThreadPool(UNLIMITED);
        threads.setName("jetty-");
        factory.setThreadPool(threads);
        factory.addServerCustomizers(this::guard);
    }

    private void guard(Server server) {
        var connections = new Connections(settings);
        var gate =
                new RequestGate(
                        settings,
                        new BodyRules(rules),
                        new DirectEndpoints(endpoints),
                        connections);
        gate.setHandler(server.getHandler());
        server.setHandler(gate);
        for (var connector : server.getConnectors()) {
            connector.addBean(connections);
            if (connector instanceof AbstractConnector network) {
                network.setIdleTimeout(settings.idleTimeout().toMillis());
            }
        }
    }
}
