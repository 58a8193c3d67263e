package dev.parley.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.Desk;
import dev.parley.testing.Pictures;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.Workstreams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class SendingFilesTests {
    private final TestParley parley;
    private final Desk ann;
    private final TestCustomer ada;

    SendingFilesTests(TestParley parley) {
        this.parley = parley;
        ann = parley.agent("Ann");
        ada = parley.customer("Ada");
        ada.writes("Do you have a menu?");
        ann.accepts(ada);
    }

    @Test
    void aPictureIsSentBeforeItsText() {
        var picture = Pictures.picture(800, 600);
        var file = ann.upload("菜單.png", picture);

        assertThat(ann.sends("Here is our menu.", file).statusCode()).isEqualTo(204);

        parley.until(
                "Ada hears both", () -> ada.received().equals(List.of("", "Here is our menu.")));
        ann.seesMark("delivered");
        assertThat(ann.marks()).containsExactly("delivered", "delivered");
        assertThat(ann.thread()).contains("/attachments/" + file + "/thumbnail");
        assertThat(parley.count("select count(*) from message where kind = 'ATTACHMENT'")).isOne();
    }

    @Test
    void theFileArrivesByteForByteUnderItsName() {
        var picture = Pictures.picture(300, 200);
        ann.sends("", ann.upload("菜單.png", picture));

        parley.until("Ada has it", () -> ada.received().equals(List.of("")));

        var received = ada.lastHeard().path("attachments").path(0);
        assertThat(received.path("type").asString()).isEqualTo("image");
        assertThat(received.path("name").asString()).isEqualTo("菜單.png");
        assertThat(ada.lastFile()).isEqualTo(picture);
    }

    @Test
    void severalFilesAreSeveralMessagesInTheirOrder() {
        var one = ann.upload("one.txt", "First".getBytes(UTF_8));
        var two = ann.upload("two.pdf", "%PDF-1.4 second".getBytes(UTF_8));

        ann.sends("", two, one);

        parley.until("Ada has both", () -> ada.received().size() == 2);
        assertThat(ada.lastHeard().at("/attachments/0/name").asString()).isEqualTo("one.txt");
        assertThat(ada.lastHeard().at("/attachments/0/type").asString()).isEqualTo("file");
    }

    @Test
    void aFileWhoseResponseIsLostIsSettledByItsEcho() {
        var file = ann.upload("menu.txt", "Oolong".getBytes(UTF_8));
        parley.simulator().cutNext("after");

        ann.sends("", file);

        ann.seesMark("delivered");
        assertThat(ada.received()).hasSize(1);
    }

    @Test
    void aFileThatNeverArrivedIsFoundMissingAndSentAgain() {
        var file = ann.upload("menu.txt", "Oolong".getBytes(UTF_8));
        parley.simulator().cutNext("before");

        ann.sends("", file);

        ann.seesMark("delivered");
        assertThat(ada.received()).hasSize(1);
    }

    @Test
    void aFileThatMessengerRefusesCanBeSentAgain() {
        var file = ann.upload("menu.txt", "Oolong".getBytes(UTF_8));
        parley.simulator().refuseNext(1, 100, 2018109);
        ann.sends("", file);
        ann.seesMark("failed");
        var id = parley.database().sql("select id from message where status = 'FAILED'");

        ann.post("/desk/messages/%s/resend".formatted(id.query(UUID.class).single()), Map.of());

        ann.seesMark("delivered");
        assertThat(ada.lastFile()).isEqualTo("Oolong".getBytes(UTF_8));
    }

    @Test
    void filesThatMessengerWouldRefuseAreRefusedAtOnce() {
        assertThat(ann.attaches("empty.txt", new byte[0]).body()).contains("empty");
        assertThat(ann.attaches("invoice.exe", "MZ".getBytes(UTF_8)).body()).contains("harm");
        assertThat(ann.attaches("big.png", Pictures.noise(1800, 1800)).body()).contains("8 MB");
        var large = new byte[25 * 1024 * 1024 + 1];
        assertThat(ann.attaches("large.bin", large).body()).contains("25 MB");
        assertThat(parley.count("select count(*) from attachment")).isZero();
    }

    @Test
    void aProgramNamedAsAPictureIsRefused() {
        var program = new byte[600];
        System.arraycopy("MZ".getBytes(UTF_8), 0, program, 0, 2);

        assertThat(ann.attaches("cat.png", program).statusCode()).isEqualTo(422);
    }

    @Test
    void filesAreRefusedWhenFilesAreOff() {
        var before = ann.upload("menu.txt", "Oolong".getBytes(UTF_8));
        parley.part(Workstreams.class)
                .setUp(
                        FacebookChannel.KIND,
                        parley.page(),
                        new InstanceFeatures(false, true, false),
                        parley.anyUser());

        assertThat(ann.attaches("other.txt", "Tea".getBytes(UTF_8)).body())
                .contains("Agents cannot send files");
        assertThat(ann.sends("", before).body()).contains("Agents cannot send files");
        parley.settle();
        assertThat(ada.received()).isEmpty();
    }

    @Test
    void filesOfOtherUsersCannotBeSent() {
        var file = ann.upload("menu.txt", "Oolong".getBytes(UTF_8));
        var ben = parley.agent("Ben");
        var bob = parley.customer("Bob");
        bob.writes("Hello");
        ben.accepts(bob);

        assertThat(ben.sends("Look", file).statusCode()).isEqualTo(422);
        assertThat(ben.discards(file).statusCode()).isEqualTo(204);

        assertThat(ann.sends("", file).statusCode()).isEqualTo(204);
        parley.settle();
        assertThat(bob.received()).isEmpty();
    }

    @Test
    void unusedFilesAreDeletedAfterSomeHours() {
        var file = ann.upload("menu.txt", "Oolong".getBytes(UTF_8));
        assertThat(ann.get("/attachments/" + file).statusCode()).isEqualTo(200);

        parley.timePasses(Duration.ofHours(3));
        assertThat(ann.get("/attachments/" + file).statusCode()).isEqualTo(200);
        parley.timePasses(Duration.ofHours(2));
        ada.writes("Are you there?");
        parley.part(Pump.class, "erasurePump").nudge();

        parley.until("it is gone", () -> ann.get("/attachments/" + file).statusCode() == 404);
        ann.sees("Are you there?");
        assertThat(ann.sends("Here", file).body()).contains("it expired");
    }

    @Test
    void sentFilesAreKept() {
        var file = ann.upload("menu.txt", "Oolong".getBytes(UTF_8));
        ann.sends("", file);
        ann.seesMark("delivered");

        assertThat(parley.count("select count(*) from file_deletion where id = '" + file + "'"))
                .isZero();
    }

    @Test
    void filesRemovedFromTheComposerAreDeletedAtOnce() {
        var file = ann.upload("menu.txt", "Oolong".getBytes(UTF_8));

        assertThat(ann.discards(file).statusCode()).isEqualTo(204);

        assertThat(ann.get("/attachments/" + file).statusCode()).isEqualTo(404);
        assertThat(ann.sends("Here", file).statusCode()).isEqualTo(422);
        assertThat(ann.sends("Here", "no id at all").statusCode()).isEqualTo(422);
    }

    @Test
    void aRepeatedUploadAfterALostResponseIsStoredOnce() {
        var key = UUID.randomUUID();

        assertThat(ann.attaches("menu.txt", "Oolong".getBytes(UTF_8), key).statusCode())
                .isEqualTo(200);
        assertThat(ann.attaches("menu.txt", "Oolong".getBytes(UTF_8), key).body())
                .contains("data-file=\"%s\"".formatted(key));

        assertThat(parley.count("select count(*) from attachment")).isOne();
        assertThat(ann.sends("", key.toString()).statusCode()).isEqualTo(204);
        parley.until("Ada has it", () -> ada.received().size() == 1);
        assertThat(ann.attaches("other.txt", "Tea".getBytes(UTF_8), key).body())
                .contains("removed during the upload");
        assertThat(ada.lastFile()).isEqualTo("Oolong".getBytes(UTF_8));
    }

    @Test
    void anUploadCancelledOnItsWayIsRefused() {
        var key = UUID.randomUUID();
        assertThat(ann.discards(key.toString()).statusCode()).isEqualTo(204);

        var late = ann.attaches("menu.txt", "Oolong".getBytes(UTF_8), key);

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("removed during the upload");
        assertThat(ann.get("/attachments/" + key).statusCode()).isEqualTo(404);
    }

    @Test
    void waitingFilesAreInTheComposerAfterAReload() {
        var file = ann.upload("menu.txt", "Oolong".getBytes(UTF_8));

        var page = ann.get("/desk/conversations/" + ann.conversation()).body();

        assertThat(page).contains("data-file=\"%s\"".formatted(file)).contains("menu.txt");
    }
}
