package dev.parley.attachment;

import static dev.parley.platform.image.HostilePictures.gif;
import static dev.parley.platform.image.HostilePictures.heic;
import static dev.parley.platform.image.HostilePictures.heldAs;
import static dev.parley.platform.image.HostilePictures.png;
import static dev.parley.platform.image.HostilePictures.redAndBlue;
import static dev.parley.testing.SharedServer.PAGE;
import static dev.parley.testing.SharedServer.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.channel.Address;
import dev.parley.channel.Attachment;
import dev.parley.channel.Blob;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.platform.image.ImageHeader.Flaw;
import dev.parley.testing.SharedServer;
import dev.parley.testing.SharedServer.Caller;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.Workstreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// Malicious files, and servers that send names and addresses in any form.
@Timeout(120)
class HostileFilesTests {
    private final SharedServer server = SharedServer.shared();
    private final Caller integrator = server.caller("integrator", Role.SUPERVISOR);

    @BeforeEach
    void takeFiles() {
        server.part(Workstreams.class)
                .setUp(
                        FacebookChannel.KIND,
                        PAGE,
                        new InstanceFeatures(false, true, true),
                        server.user("administrator", Role.ADMINISTRATOR));
    }

    @Test
    void aPictureThatNeedsTooMuchMemoryIsADownloadWithItsReason() {
        var bomb = png(40_000_000, 1, 160_000_000);
        assertThat(bomb.length).isLessThan(200_000);
        var customer = SharedServer.customer();
        var files =
                settled(
                        customer,
                        sends(
                                customer,
                                serve("quote.pdf", bomb),
                                serve("moves.gif", gif(100, 100, 100_000)),
                                serve("cut.png", png(2_000, 2_000, 1)),
                                serve("held.jpg", heldAs(redAndBlue(1_200, 800), 6))));

        assertThat(files).extracting(file -> file.path("state").asString()).containsOnly("stored");
        assertThat(stored(files.get(0)).flaw()).isEqualTo(Flaw.TOO_LARGE);
        assertThat(stored(files.get(1)).flaw()).isEqualTo(Flaw.TOO_LARGE);
        assertThat(stored(files.get(2)).flaw()).isEqualTo(Flaw.DAMAGED);
        var answer = integrator.get(files.get(0).path("url").asString());
        assertThat(answer.body()).isEqualTo(bomb);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        var held = stored(files.get(3));
        var picture = requireNonNull(held.picture());
        assertThat(List.of(picture.width(), picture.height())).containsExactly(800, 1_200);
        assertThat(sizeOfThumbnail(held)).containsExactly(320, 480);
    }

    @Test
    void aHeicPhotoIsShownIfTheBrowserCanAndOtherwiseNamed() {
        var customer = SharedServer.customer();
        var files =
                settled(
                        customer,
                        sends(
                                customer,
                                serve("IMG_0001.heic", heic(4_032, 3_024)),
                                serve("IMG_0002.heic", heic(40_000_000, 1))));

        var photo = stored(files.get(0));
        assertThat(photo.contentType()).isEqualTo("image/heic");
        assertThat(photo.display()).isEqualTo(FileDisplay.PHOTO);
        assertThat(photo.flaw()).isNull();
        var bomb = stored(files.get(1));
        assertThat(bomb.display()).isEqualTo(FileDisplay.DOWNLOAD);
        assertThat(bomb.flaw()).isEqualTo(Flaw.TOO_LARGE);
    }

    @Test
    void fileNamesAreReadInEveryEncoding() {
        assertThat(nameOf("attachment")).isEqualTo("last.txt");
        assertThat(nameOf("attachment; filename=")).isEqualTo("last.txt");
        assertThat(nameOf("attachment; filename=plain.txt")).isEqualTo("plain.txt");
        assertThat(nameOf("attachment; filename=\"two words; and more.txt\""))
                .isEqualTo("two words; and more.txt");
        assertThat(nameOf("attachment; filename=\"bad%zz.txt\"")).isEqualTo("bad%zz.txt");
        assertThat(nameOf("attachment; filename=\"never closed.txt")).isEqualTo("never closed.txt");
        assertThat(nameOf("attachment; filename*=UTF-8''%E7%99%BC%E7%A5%A8.txt"))
                .isEqualTo("發票.txt");
        assertThat(nameOf("attachment; filename=\"x.txt\"; filename*=Big5''%B5o%B2%BC.txt"))
                .isEqualTo("發票.txt");
        assertThat(nameOf("attachment; filename=\"x.txt\"; filename*=KLINGON''%FF.txt"))
                .isEqualTo("x.txt");
        assertThat(nameOf("attachment; filename*=UTF-8''bad%zz%E7.txt")).endsWith(".txt");
        assertThat(nameOf("attachment; filename=\"" + raw("發票.txt") + "\"")).isEqualTo("發票.txt");
        assertThat(nameOf("attachment; filename=\"caf\u00e9.txt\"")).isEqualTo("café.txt");
        assertThat(nameOf("attachment; filename=\"=?UTF-8?B?55m856WoLnR4dA==?=\""))
                .isEqualTo("發票.txt");
    }

    @Test
    void addressesAreParsedAsByBrowsers() {
        assertThat(stateAt("/a b|c/d^e{f}.txt")).isEqualTo("stored");
        assertThat(stateAt("/發票.txt")).isEqualTo("stored");
        assertThat(stateAt("/100%.txt")).isEqualTo("stored");
        var customer = SharedServer.customer();
        var file = settled(customer, sends(customer, "https://[nowhere")).getFirst();
        assertThat(file.path("cause").asString()).isEqualTo("address");
        var elsewhere = settled(customer, sends(customer, "https://evil.example/a b")).getLast();
        assertThat(elsewhere.path("cause").asString()).isEqualTo("host");
    }

    @Test
    void desktopExecutablesAreBlockedByName() {
        for (var name :
                List.of(
                        "a.docm",
                        "a.XLSM",
                        "a.img",
                        "a.desktop",
                        "a.rdp",
                        "a.library-ms",
                        "a.url",
                        "a.lnk",
                        "a.scf",
                        "a.iso",
                        "a.vhd",
                        "a.hta",
                        "a.jnlp",
                        "a.appref-ms",
                        "a.search-ms",
                        "a.settingcontent-ms",
                        "a.pdf.exe",
                        "a.exe. .",
                        "a.e\u202exe",
                        "a.ex\u200be",
                        "a.exe\u0085",
                        "a.xll",
                        "a.slk",
                        "a.iqy",
                        "a.ps1",
                        "a.py",
                        "a.appimage",
                        "a.msix",
                        "a.theme",
                        "a.searchconnector-ms",
                        "a.mobileconfig")) {
            assertThat(inspect(new byte[] {1}, name))
                    .as(name)
                    .isInstanceOf(InspectionResult.Blocked.class);
        }
        for (var name : List.of("a.pdf", "a.docx", "a.zip", "a.txt", "a.csv", "a.jpg", "a")) {
            assertThat(inspect(new byte[] {1}, name))
                    .as(name)
                    .isInstanceOf(InspectionResult.Safe.class);
        }
    }

    @Test
    void desktopExecutablesAreBlockedByContent() {
        var iso = new byte[40_000];
        System.arraycopy("CD001".getBytes(ISO_8859_1), 0, iso, 0x8001, 5);
        var ole = new byte[2_000];
        System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 0, ole, 0, 4);
        System.arraycopy("_VBA_PROJECT".getBytes(UTF_16LE), 0, ole, 900, 24);
        var running =
                List.of(
                        iso,
                        ole,
                        zipWith("word/vbaProject.bin"),
                        "[Desktop Entry]\nExec=sh".getBytes(UTF_8),
                        "\ufeff[InternetShortcut]\nURL=file://x".getBytes(UTF_8),
                        "\ufeffscreen mode id:i:2\r\nfull address:s:x".getBytes(UTF_16LE),
                        "<?xml version=\"1.0\"?><libraryDescription/>".getBytes(UTF_8),
                        "<html><hta:application id=x>".getBytes(UTF_8),
                        "#!/usr/bin/env python3".getBytes(UTF_8),
                        "vhdxfile".getBytes(UTF_8));
        for (var bytes : running) {
            assertThat(inspect(bytes, "letter.txt")).isInstanceOf(InspectionResult.Blocked.class);
        }
        for (var bytes :
                List.of(
                        zipWith("word/document.xml"),
                        "Dear [Desktop Entry]".getBytes(UTF_8),
                        "<p>a library</p>".getBytes(UTF_8))) {
            assertThat(inspect(bytes, "letter.txt")).isInstanceOf(InspectionResult.Safe.class);
        }
    }

    @Test
    void invisibleCharactersAreRemovedFromNames() {
        var safe =
                (InspectionResult.Safe)
                        inspect("a".getBytes(UTF_8), "in\u202evoice\u200b\u0007\u0085\u2066.txt");
        assertThat(safe.name()).isEqualTo("invoice.txt");
        assertThat(new Attachment(Attachment.Type.FILE, null, "fdp\u202e.exe\u2028").title())
                .isEqualTo("fdp.exe");
    }

    @Test
    void waitingFilesCanBeListedAndDeleted() {
        var customer = SharedServer.customer();
        server.writes(customer, Instant.now(), Map.of("text", "Hello"));
        var id =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () -> conversation(customer).path("id").asString(""),
                                found -> !found.isEmpty());
        var list = "/api/v1/attachments?conversationId=" + id;
        IntStream.range(0, 10).forEach(number -> assertThat(upload(id, number)).isEqualTo(201));
        assertThat(upload(id, 10)).as("ten wait").isEqualTo(422);

        var waiting = json(integrator.get(list)).path("items");
        assertThat(waiting).hasSize(10);
        var first = "/api/v1/attachments/" + waiting.path(0).path("id").asString();
        var stranger = server.caller("stranger", Role.SUPERVISOR);
        assertThat(json(stranger.get(list)).path("items")).isEmpty();
        assertThat(stranger.delete(first).statusCode()).isEqualTo(204);
        assertThat(json(integrator.get(list)).path("items")).hasSize(10);
        assertThat(integrator.delete(first).statusCode()).isEqualTo(204);
        assertThat(integrator.delete(first).statusCode()).isEqualTo(204);
        assertThat(json(integrator.get(list)).path("items")).hasSize(9);
        assertThat(upload(id, 11)).isEqualTo(201);
    }

    private int upload(String conversation, int number) {
        var parts =
                """
                --parts\r
                Content-Disposition: form-data; name="conversationId"\r
                \r
                %s\r
                --parts\r
                Content-Disposition: form-data; name="file"; filename="%d.txt"\r
                Content-Type: text/plain\r
                \r
                Oolong\r
                --parts--\r
                """
                        .formatted(conversation, number);
        return integrator
                .post(
                        "/api/v1/attachments",
                        parts,
                        "Content-Type",
                        "multipart/form-data; boundary=parts")
                .statusCode();
    }

    private String nameOf(String disposition) {
        var customer = SharedServer.customer();
        var url =
                server.meta.serve(
                        "/" + UUID.randomUUID() + "/last.txt", "a".getBytes(UTF_8), disposition);
        return settled(customer, sends(customer, url)).getFirst().path("name").asString();
    }

    private String stateAt(String path) {
        var customer = SharedServer.customer();
        var whole = "/" + UUID.randomUUID() + path;
        var url = server.meta.serve(whole, "a".getBytes(UTF_8));
        return settled(customer, sends(customer, url)).getFirst().path("state").asString();
    }

    private InspectionResult inspect(byte[] bytes, String name) {
        return server.part(FileInspection.class)
                .of(new Blob(bytes), name, null, Attachment.Type.FILE);
    }

    private String serve(String name, byte[] bytes) {
        return server.meta.serve("/" + UUID.randomUUID() + "/" + name, bytes);
    }

    private int sends(Address customer, String... urls) {
        for (var url : urls) {
            var attachment = Map.of("type", "file", "payload", Map.of("url", url));
            server.writes(customer, Instant.now(), Map.of("attachments", List.of(attachment)));
        }
        return urls.length;
    }

    /// {@return all files of this customer, once at least so many are no longer waiting}
    private List<JsonNode> settled(Address customer, int count) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> files(customer),
                        files ->
                                files.size() >= count
                                        && files.stream()
                                                .noneMatch(file ->
                                                        file.path("state")
                                                                .asString("waiting")
                                                                .equals("waiting")));
    }

    private List<JsonNode> files(Address customer) {
        var id = conversation(customer).path("id").asString("");
        return id.isEmpty()
                ? List.of()
                : json(integrator.get("/api/v1/conversations/%s/messages".formatted(id)))
                        .path("items")
                        .valueStream()
                        .map(message -> message.path("attachments").path(0))
                        .filter(file -> !file.isMissingNode())
                        .toList();
    }

    private JsonNode conversation(Address customer) {
        return json(integrator.get("/api/v1/conversations?personId=" + customer.person()))
                .path("items")
                .path(0);
    }

    private StoredAttachment stored(JsonNode file) {
        var id = new AttachmentId(UUID.fromString(file.path("id").asString()));
        return server.part(AttachmentRows.class).byId(id).orElseThrow();
    }

    private List<Integer> sizeOfThumbnail(StoredAttachment file) {
        try {
            var small = ImageIO.read(server.part(FileStore.class).thumbnail(file.id()).toFile());
            return List.of(small.getWidth(), small.getHeight());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// As simple servers write it: its bytes, one per character.
    private static String raw(String name) {
        return new String(name.getBytes(UTF_8), ISO_8859_1);
    }

    private static byte[] zipWith(String entry) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
