package dev.parley.platform.web;

import dev.parley.platform.language.Languages;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes the web server's own errors look like those of the pages and the API.
@Component
class ServerErrorsSetup implements WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> {
    private final Languages languages;
    private final JsonMapper json;

    ServerErrorsSetup(Languages languages, JsonMapper json) {
        this.languages = languages;
        this.json = json;
    }

    @Override
    public void customize(ConfigurableJettyWebServerFactory factory) {
        factory.addServerCustomizers(
                server -> server.setErrorHandler(new ServerErrors(languages, json)));
    }
}
