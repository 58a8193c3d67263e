package dev.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Meta's side of the webhook, written by hand: for bodies that the simulator would never send.
public final class Meta {
    private final HttpClient http = HttpClient.newHttpClient();
    private final TestParley parley;
    private final Supplier<String> webhookUrl;

    public Meta(TestParley parley) {
        this(parley, parley::webhookUrl);
    }

    private Meta(TestParley parley, Supplier<String> webhookUrl) {
        this.parley = parley;
        this.webhookUrl = webhookUrl;
    }

    /// {@return the same, but sending to a callback URL that no account has}
    public Meta withUnknownAccount() {
        return new Meta(parley, () -> parley.webhookUrl() + "x");
    }

    /// {@return the body of a webhook with one text in it}
    public String text(String person, String mid, String text, long at) {
        return """
        {"object":"page","entry":[{"id":"%1$s","time":%5$d,"messaging":[{"sender":{"id":"%2$s"},\
        "recipient":{"id":"%1$s"},"timestamp":%5$d,"message":{"mid":"%3$s","text":"%4$s"}}]}]}\
        """
                .formatted(parley.page(), person, mid, text, at);
    }

    /// Delivers one event of this person.
    ///
    /// @param part its content, such as `'read':{'watermark':1}`, with single quotes
    public void tells(String person, long at, String part) {
        delivers("messaging", person, at, part);
    }

    /// Delivers one event of a thread that another app controls.
    public void overhears(String person, long at, String part) {
        delivers("standby", person, at, part);
    }

    private void delivers(String place, String person, long at, String part) {
        var body =
                "{'object':'page','entry':[{'id':'%1$s','time':%3$d,'%4$s':[{'sender':{'id':'%2$s'},'recipient':{'id':'%1$s'},'timestamp':%3$d,%5$s}]}]}"
                        .formatted(parley.page(), person, at, place, part)
                        .replace('\'', '"');
        var answer = posts(body);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
    }

    public HttpResponse<String> posts(String body) {
        return posts(body, signature(body));
    }

    /// Delivers these bytes, which may not be valid text.
    public HttpResponse<String> posts(byte[] body) {
        var request = request(webhookUrl.get()).POST(BodyPublishers.ofByteArray(body));
        return send(request.header("X-Hub-Signature-256", signature(body)));
    }

    public HttpResponse<String> posts(String body, @Nullable String signature) {
        var request = request(webhookUrl.get()).POST(BodyPublishers.ofString(body));
        return send(signature == null ? request : request.header("X-Hub-Signature-256", signature));
    }

    public HttpResponse<String> puts() {
        return send(request(webhookUrl.get()).PUT(BodyPublishers.ofString("{}")));
    }

    public HttpResponse<String> handshake(String token, String challenge) {
        var query =
                "?hub.mode=subscribe&hub.verify_token=%s&hub.challenge=%s"
                        .formatted(URLEncoder.encode(token, UTF_8), challenge);
        return send(request(webhookUrl.get() + query).GET());
    }

    public String signature(String body) {
        return signature(body.getBytes(UTF_8));
    }

    private String signature(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var secret = parley.account().appSecret().reveal().getBytes(UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
