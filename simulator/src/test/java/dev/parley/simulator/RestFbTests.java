package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.restfb.DefaultFacebookClient;
import com.restfb.DefaultJsonMapper;
import com.restfb.DefaultWebRequestor;
import com.restfb.FacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.types.User;
import com.restfb.types.send.IdMessageRecipient;
import com.restfb.types.send.Message;
import com.restfb.types.send.SendResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A client that others wrote for the real Graph, unchanged but for the address.
@Story
class RestFbTests {
    @LocalServerPort int port;
    private Town town;

    @BeforeEach
    void begin() throws IOException {
        town = new Town(port);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void sendsATextAndReadsAProfile() {
        town.writes("Ada Lin", "Hi");

        var answer = send("Hello Ada");

        assertThat(answer.getRecipientId()).isEqualTo(Town.ADA);
        assertThat(answer.getMessageId()).isEqualTo(town.see("sends").at("/0/mid").asString());
        var profile =
                client().fetchObject(
                                Town.ADA,
                                User.class,
                                Parameter.with("fields", "first_name,last_name"));
        assertThat(profile.getFirstName()).isEqualTo("Ada");
        assertThat(profile.getLastName()).isEqualTo("Lin");
    }

    @Test
    void understandsARefusal() {
        assertThatThrownBy(() -> send("Too early"))
                .isInstanceOfSatisfying(
                        FacebookOAuthException.class,
                        refusal -> {
                            assertThat(refusal.getErrorCode()).isEqualTo(10);
                            assertThat(refusal.getErrorSubcode()).isEqualTo(2018278);
                        });
    }

    private SendResponse send(String text) {
        return client().publish(
                        "me/messages",
                        SendResponse.class,
                        Parameter.with("recipient", new IdMessageRecipient(Town.ADA)),
                        Parameter.with("message", new Message(text)));
    }

    private FacebookClient client() {
        var client =
                new DefaultFacebookClient(
                        Town.TOKEN,
                        Town.SECRET,
                        new DefaultWebRequestor(),
                        new DefaultJsonMapper(),
                        Version.LATEST);
        client.setFacebookEndpointUrls(new Here());
        return client;
    }

    /// Every endpoint is the simulator.
    private final class Here implements FacebookEndpoints {
        @Override
        public String getFacebookEndpoint() {
            return town.base();
        }

        @Override
        public String getGraphEndpoint() {
            return town.base();
        }

        @Override
        public String getGraphVideoEndpoint() {
            return town.base();
        }

        @Override
        public String getInstagramEndpoint() {
            return town.base();
        }

        @Override
        public String getInstagramApiEndpoint() {
            return town.base();
        }

        @Override
        public String getThreadsApiEndpoint() {
            return town.base();
        }
    }
}
