package dev.parley.attachment;

import static dev.parley.testing.SharedServer.PAGE;
import static dev.parley.testing.SharedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.channel.Address;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.SharedServer;
import dev.parley.testing.SharedServer.Caller;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.Workstreams;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

@Timeout(120)
class AttachmentTests {
    private static final String DEAF_PAGE = "1002";

    private final SharedServer server = SharedServer.shared();
    private final Caller integrator = server.caller("integrator", Role.SUPERVISOR);

    @BeforeEach
    void takeFilesOfOnePageOnly() {
        var workstreams = server.part(Workstreams.class);
        var by = server.user("administrator", Role.ADMINISTRATOR);
        workstreams.setUp(FacebookChannel.KIND, PAGE, new InstanceFeatures(false, true, false), by);
        workstreams.setUp(FacebookChannel.KIND, DEAF_PAGE, InstanceFeatures.OFF, by);
    }

    @Test
    void aPictureIsStoredWithItsSizeAndAThumbnail() throws IOException {
        var picture = picture(1200, 900, "jpeg");
        var file = settled(sends("image", serve("cat.jpg", picture)));
        assertThat(file.path("state").asString()).isEqualTo("stored");
        assertThat(file.path("contentType").asString()).isEqualTo("image/jpeg");
        assertThat(file.path("name").asString()).isEqualTo("cat.jpg");
        assertThat(file.path("size").asInt()).isEqualTo(picture.length);

        var answer = integrator.get(file.path("url").asString());
        assertThat(answer.body()).isEqualTo(picture);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(answer, "Content-Disposition")).startsWith("inline");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");

        var kept = stored(file);
        assertThat(kept.picture())
                .isEqualTo(new StoredAttachment.Picture(1200, 900, false, "image/jpeg"));
        var opened = server.part(FileStore.class).thumbnail(kept.id());
        var small = ImageIO.read(opened.toFile());
        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(small.getHeight()).isEqualTo(360);
    }

    @Test
    void nothingIsFetchedWhenFilesAreOff() {
        var asked = server.meta.requests().size();
        var customer =
                new Address(FacebookChannel.KIND, DEAF_PAGE, SharedServer.customer().person());
        var url = serve("secret.txt", "secret".getBytes(StandardCharsets.UTF_8));
        var file = settled(sends(customer, "file", url));
        assertThat(file.path("state").asString()).isEqualTo("refused");
        assertThat(file.path("cause").asString()).isEqualTo("switchedOff");
        assertThat(file.path("name").isNull()).isTrue();
        assertThat(file.path("url").isNull()).isTrue();
        assertThat(server.meta.requests().stream().skip(asked)).noneMatch(url::endsWith);
    }

    @Test
    void filesSentByThePageAreFetchedWhateverCustomersMaySend() {
        var person = SharedServer.customer().person();
        var customer = new Address(FacebookChannel.KIND, DEAF_PAGE, person);
        var url = serve("offer.txt", "An offer".getBytes(StandardCharsets.UTF_8));
        var attachment = Map.of("type", "file", "payload", Map.of("url", url));
        server.echoes(customer, Map.of("attachments", List.of(attachment)));
        assertThat(settled(customer).path("state").asString()).isEqualTo("stored");
    }

    @Test
    void theDeskShowsAThumbnail() throws IOException {
        var file = settled(sends("image", serve("cat.jpg", picture(1200, 900, "jpeg"))));
        var kept = stored(file);
        var browser = server.browser();
        var small = browser.get(kept.thumbnailPath().orElseThrow());
        assertThat(small.statusCode()).isEqualTo(200);
        assertThat(header(small, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(small, "Content-Disposition")).startsWith("inline");
        assertThat(header(small, "Content-Length"))
                .isEqualTo(
                        "" + server.part(FileStore.class).thumbnail(kept.id()).toFile().length());
        assertThat(header(browser.get(kept.path()), "Content-Length"))
                .isEqualTo(file.path("size").asString());
        assertThat(browser.get("/attachments/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void htmlDisguisedAsAPictureIsOnlyADownload() {
        var html = "<!DOCTYPE html><html><script>alert(1)</script></html>";
        var file = settled(sends("image", serve("cat.png", html.getBytes(StandardCharsets.UTF_8))));
        assertThat(file.path("contentType").asString()).isEqualTo("text/html");
        var answer = integrator.get(file.path("url").asString());
        assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("sandbox; default-src 'none'");
    }

    @Test
    void executablesAreNotStored() {
        var program = new byte[600];
        System.arraycopy("MZ".getBytes(StandardCharsets.US_ASCII), 0, program, 0, 2);
        var file = settled(sends("file", serve("invoice.exe", program)));
        assertThat(file.path("state").asString()).isEqualTo("refused");
        assertThat(file.path("cause").asString()).isEqualTo("blockedType");
    }

    @Test
    void aPictureOfMoreThanEightMegabytesIsRefused() {
        var file = settled(sends("image", serve("big.png", new byte[8 * 1024 * 1024 + 1])));
        assertThat(file.path("state").asString()).isEqualTo("refused");
        assertThat(file.path("cause").asString()).isEqualTo("size");
    }

    @Test
    void aDecompressionBombIsStoredButNeverDecoded() throws IOException {
        var bomb = picture(40, 30, "png");
        bomb[18] = (byte) 0xff;
        bomb[22] = (byte) 0xff;
        var file = settled(sends("image", serve("bomb.png", bomb)));
        assertThat(file.path("state").asString()).isEqualTo("stored");
        var answer = integrator.get(file.path("url").asString());
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment");
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() {
        var path = "/" + UUID.randomUUID() + "/a.txt";
        var inside = "/" + UUID.randomUUID() + "/inside";
        server.meta.redirect(path, server.meta.foreignUrl() + inside);
        var file = settled(sends("file", server.meta.url() + path));
        assertThat(file.path("state").asString()).isEqualTo("refused");
        assertThat(file.path("cause").asString()).isEqualTo("host");
        assertThat(server.meta.requests()).contains(path).doesNotContain(inside);
    }

    @Test
    void aFileIsRetriedWhenTheHostIsDown() {
        var path = "/" + UUID.randomUUID() + "/a.txt";
        server.meta.failFirst(path, 1);
        var file =
                settled(
                        sends(
                                "file",
                                server.meta.serve(path, "a".getBytes(StandardCharsets.UTF_8))));
        assertThat(file.path("state").asString()).isEqualTo("stored");
        assertThat(server.meta.requests().stream().filter(path::equals)).hasSize(2);
    }

    @Test
    void audioIsServedInRanges() {
        var sound = new byte[5000];
        System.arraycopy("ID3".getBytes(StandardCharsets.US_ASCII), 0, sound, 0, 3);
        var file = settled(sends("audio", serve("voice.mp3", sound)));
        assertThat(file.path("contentType").asString()).isEqualTo("audio/mpeg");
        var piece = integrator.get(file.path("url").asString(), "Range", "bytes=100-199");
        assertThat(piece.statusCode()).isEqualTo(206);
        assertThat(piece.body()).hasSize(100);
        assertThat(header(piece, "Content-Range")).isEqualTo("bytes 100-199/5000");
    }

    @Test
    void anUnsentFileIsDeletedEverywhere() throws IOException {
        var customer = SharedServer.customer();
        var url = serve("private.jpg", picture(900, 900, "jpeg"));
        var mid = writes(customer, "image", url);
        var file = settled(customer);
        var kept = stored(file);
        var fileStore = server.part(FileStore.class);
        assertThat(fileStore.original(kept.id())).exists();

        server.unsends(customer, mid);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.notExists(fileStore.original(kept.id())));
        assertThat(fileStore.thumbnail(kept.id())).doesNotExist();
        assertThat(server.part(Attachments.class).of(List.of(kept.message()))).isEmpty();
        assertThat(integrator.get(file.path("url").asString()).statusCode()).isEqualTo(404);
        var message = messages(customer).path("items").path(1);
        assertThat(message.path("unsentAt").isNull()).isFalse();
        assertThat(message.path("attachments")).isEmpty();
    }

    @Test
    void requestsWithoutATokenGetNothing() throws IOException {
        var file = settled(sends("image", serve("cat.jpg", picture(600, 600, "jpeg"))));
        var id = file.path("id").asString();
        assertThat(server.getWithoutToken("/api/v1/attachments/" + id).statusCode()).isEqualTo(401);
        assertThat(server.getWithoutToken("/attachments/" + id).statusCode()).isEqualTo(303);
    }

    private String serve(String name, byte[] bytes) {
        return server.meta.serve("/" + UUID.randomUUID() + "/" + name, bytes);
    }

    private Address sends(String type, String url) {
        return sends(SharedServer.customer(), type, url);
    }

    private Address sends(Address customer, String type, String url) {
        writes(customer, type, url);
        return customer;
    }

    private String writes(Address customer, String type, String url) {
        var attachment = Map.of("type", type, "payload", Map.of("url", url));
        return server.writes(customer, Instant.now(), Map.of("attachments", List.of(attachment)));
    }

    /// {@return the first file of this customer, once it is no longer waiting}
    private JsonNode settled(Address customer) {
        return await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> firstFile(customer),
                        file -> !file.path("state").asString("waiting").equals("waiting"));
    }

    private JsonNode firstFile(Address customer) {
        return messages(customer)
                .path("items")
                .valueStream()
                .map(message -> message.path("attachments").path(0))
                .filter(file -> !file.isMissingNode())
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private JsonNode messages(Address customer) {
        var found =
                json(integrator.get("/api/v1/conversations?personId=" + customer.person()))
                        .path("items")
                        .path(0);
        return found.isMissingNode()
                ? found
                : json(
                        integrator.get(
                                "/api/v1/conversations/%s/messages"
                                        .formatted(found.path("id").asString())));
    }

    private StoredAttachment stored(JsonNode file) {
        var id = new AttachmentId(UUID.fromString(file.path("id").asString()));
        return server.part(AttachmentRows.class).byId(id).orElseThrow();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
