package dev.parley.simulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.simulator.world.Ids;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Returns errors in Meta's format also for requests that the web server refuses before a
/// controller, such as a wrongly escaped path or endless headers.
@Component
class JettyErrors implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    private final JsonMapper json;

    JettyErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setErrorHandler(new MetaErrors(json)));
    }

    private static final class MetaErrors extends ErrorHandler {
        private final JsonMapper json;

        MetaErrors(JsonMapper json) {
            this.json = json;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            var error =
                    new GraphError(
                            Math.max(400, response.getStatus()),
                            100,
                            null,
                            "OAuthException",
                            "(#100) The request cannot be read",
                            false);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=UTF-8");
            response.getHeaders().put("WWW-Authenticate", ErrorAnswers.challenge(error));
            var body = json.writeValueAsString(error.body(Ids.trace())).getBytes(UTF_8);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }
}
