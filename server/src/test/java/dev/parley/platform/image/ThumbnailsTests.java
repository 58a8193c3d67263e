package dev.parley.platform.image;

import static dev.parley.platform.image.HostilePictures.chunk;
import static dev.parley.platform.image.HostilePictures.deflated;
import static dev.parley.platform.image.HostilePictures.gif;
import static dev.parley.platform.image.HostilePictures.heldAs;
import static dev.parley.platform.image.HostilePictures.inPasses;
import static dev.parley.platform.image.HostilePictures.jpegOf;
import static dev.parley.platform.image.HostilePictures.jpegOfScans;
import static dev.parley.platform.image.HostilePictures.plain;
import static dev.parley.platform.image.HostilePictures.png;
import static dev.parley.platform.image.HostilePictures.redAndBlue;
import static dev.parley.platform.image.HostilePictures.webp;
import static dev.parley.platform.image.HostilePictures.withExif;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.ParleySettings;
import dev.parley.platform.ParleySettings.Mode;
import dev.parley.platform.image.ImageHeader.Flaw;
import dev.parley.platform.image.ImagePreview.Busy;
import dev.parley.platform.image.ImagePreview.Shown;
import dev.parley.platform.image.ImagePreview.Withheld;
import dev.parley.platform.image.ThumbnailProcess.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ThumbnailsTests {
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Path DATA = Path.of("target", "previews");
    private static final Thumbnails previews =
            new Thumbnails(new ParleySettings(Mode.SERVE, DATA, null, null));

    @AfterAll
    static void end() {
        previews.destroy();
    }

    @Test
    void tooLargePicturesAreNotDecoded() {
        assertThat(look(png(40_000_000, 1, 160_000_000), "png")).isEqualTo(tooLarge());
        assertThat(look(png(1, 40_000_000, 4), "png")).isEqualTo(tooLarge());
        assertThat(look(png(8_000, 8_000, 1), "png")).isEqualTo(tooLarge());
        assertThat(look(png(100, 100, 400, chunk("zTXt", new byte[9 << 20])), "png"))
                .isEqualTo(tooLarge());
        assertThat(look(gif(100, 100, 100_000), "gif")).isEqualTo(tooLarge());
        assertThat(look(gif(65_535, 65_535, 1), "gif")).isEqualTo(tooLarge());
        assertThat(look(webp(16_383, 16_383, 1), "webp")).isEqualTo(tooLarge());
        assertThat(look(webp(2_000, 2_000, 1_500), "webp")).isEqualTo(tooLarge());
        assertThat(look(jpegOf(65_535, 65_535), "jpeg")).isEqualTo(tooLarge());
        assertThat(look(jpegOfScans(1_000), "jpeg")).isEqualTo(tooLarge());
    }

    @Test
    void compressedMetadataIsNotUnpacked() {
        var bomb = deflated(300_000_000);
        assertThat(bomb.length).isLessThan(1 << 20);
        var named = new byte[bomb.length + 6];
        System.arraycopy("icc\0\0".getBytes(UTF_8), 0, named, 0, 5);
        System.arraycopy(bomb, 0, named, 5, bomb.length);
        for (var type : List.of("iCCP", "zTXt", "iTXt")) {
            assertThat(look(png(600, 600, 2400, chunk(type, named)), "png"))
                    .as(type)
                    .isInstanceOf(Shown.class);
        }
    }

    @Test
    void largePicturesWithinTheLimitsHaveAThumbnail() throws IOException {
        assertThat(thumbnail(inPasses(3_000, 4_000, "png"), "png").getHeight()).isEqualTo(480);
        assertThat(thumbnail(inPasses(3_000, 4_000, "jpeg"), "jpeg").getHeight()).isEqualTo(480);
        assertThat(thumbnail(plain(30_000, 1_000, "png"), "png").getWidth()).isEqualTo(480);
    }

    @Test
    void truncatedOrInvalidPicturesAreDamaged() {
        var broken = png(2_000, 2_000, 1);
        assertThat(look(broken, "png")).isEqualTo(new Withheld(Flaw.DAMAGED));
        for (var format : List.of("png", "jpeg", "gif")) {
            var whole = plain(900, 700, format);
            assertThat(look(Arrays.copyOf(whole, 30), format))
                    .as(format)
                    .isEqualTo(new Withheld(Flaw.DAMAGED));
        }
        assertThat(look(new byte[0], "webp")).isEqualTo(new Withheld(Flaw.DAMAGED));
    }

    /// Any input to the readers gives a result, and no exception.
    @Test
    void noBytesCrashTheReaders() {
        var dice = new Random(7);
        for (var format : List.of("png", "jpeg", "gif", "webp")) {
            var sound = format.equals("webp") ? webp(90, 90, 20) : plain(90, 90, format);
            for (var cut = 0; cut < sound.length; cut++) {
                var bytes = Arrays.copyOf(sound, cut);
                assertThat(ImageHeader.of(bytes, "image/" + format)).isNotNull();
            }
            for (var times = 0; times < 20_000; times++) {
                var bytes = sound.clone();
                for (var hits = 0; hits < 4; hits++) {
                    bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt();
                }
                assertThat(ImageHeader.of(bytes, "image/" + format)).isNotNull();
            }
        }
    }

    @Test
    void aPhotoIsShownInItsOrientation() throws IOException {
        var photo = redAndBlue(1_200, 800);
        var shown = (Shown) look(heldAs(photo, 6), "jpeg");
        assertThat(List.of(shown.width(), shown.height())).containsExactly(800, 1_200);
        var upright = thumbnail(heldAs(photo, 6), "jpeg");
        assertThat(List.of(upright.getWidth(), upright.getHeight())).containsExactly(320, 480);
        assertThat(isRed(upright, 160, 60)).as("the left side is at the top").isTrue();
        assertThat(isRed(upright, 160, 420)).isFalse();
        assertThat(isRed(thumbnail(heldAs(photo, 8), "jpeg"), 160, 420)).isTrue();
        assertThat(isRed(thumbnail(heldAs(photo, 3), "jpeg"), 420, 160)).isTrue();
        assertThat(isRed(thumbnail(heldAs(photo, 2), "jpeg"), 420, 160)).isTrue();
        assertThat(isRed(thumbnail(heldAs(photo, 77), "jpeg"), 60, 160)).isTrue();
    }

    @Test
    void invalidExifDataIsIgnored() {
        var dice = new Random(7);
        var photo = plain(900, 600, "jpeg");
        for (var times = 0; times < 500; times++) {
            var nonsense = new byte[dice.nextInt(400)];
            dice.nextBytes(nonsense);
            assertThat(ImageHeader.of(withExif(photo, nonsense), "image/jpeg")).isPresent();
        }
    }

    @Test
    void animatedPicturesAreShownStillAndMarkedAsAnimated() {
        var shown = (Shown) look(gif(600, 600, 20), "gif");
        assertThat(shown.animated()).isTrue();
        assertThat(shown.thumbnail()).isNotNull();
        assertThat(((Shown) look(webp(300, 300, 20), "webp")).animated()).isTrue();
        assertThat(((Shown) look(plain(600, 600, "gif"), "gif")).animated()).isFalse();
    }

    /// It has no secrets, and ends with its parent process.
    @Test
    void theProcessHasNoServerEnvironmentAndEndsWithTheServer() throws IOException {
        var process = new ThumbnailProgram(DATA.resolve("alone")).launch();
        var environment =
                Files.readString(Path.of("/proc", "" + process.pid(), "environ")).split("\0", -1);
        process.getOutputStream().close();
        await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
        assertThat(environment)
                .filteredOn(one -> !one.startsWith("PWD=") && !one.isEmpty())
                .allMatch(one ->
                        one.startsWith("MALLOC_")
                                || one.startsWith("_=")
                                || one.startsWith("OLDPWD")
                                || one.startsWith("SHLVL"));
    }

    @Test
    void aSlowOrInvalidProcessIsEnded() throws IOException {
        var photo = plain(900, 600, "jpeg");
        var header = ImageHeader.of(photo, "image/jpeg").orElseThrow();
        var deaf = new ProcessBuilder("sleep", "600").start();
        assertThat(new ThumbnailProcess(deaf, TIMEOUT).decode(photo, header))
                .isInstanceOf(Answer.Died.class);
        assertThat(deaf.isAlive()).isFalse();
        var mad = new ProcessBuilder("cat", "/dev/zero").start();
        assertThat(new ThumbnailProcess(mad, TIMEOUT).decode(photo, header))
                .isInstanceOf(Answer.Died.class);
        await().until(() -> !mad.isAlive());
    }

    /// A shortage of resources is unrelated to the picture, and must not be stored as a flaw.
    @Test
    void aProcessThatCannotBeStartedIsNoFlawOfThePicture() throws IOException {
        var taken = Files.createTempFile("no", "folder");
        var unable = new Thumbnails(new ParleySettings(Mode.SERVE, taken, null, null));

        assertThat(unable.of(plain(900, 600, "jpeg"), "image/jpeg")).isInstanceOf(Busy.class);
        Files.delete(taken);
    }

    @Test
    void anInterruptedWaitReportsNoFlaw() {
        Thread.currentThread().interrupt();
        try {
            assertThat(look(plain(900, 600, "jpeg"), "jpeg")).isInstanceOf(Busy.class);
        } finally {
            var _ = Thread.interrupted();
        }
    }

    @Test
    void theNextPictureIsDecodedAfterACrash() throws IOException {
        assertThat(thumbnail(plain(900, 600, "jpeg"), "jpeg").getWidth()).isEqualTo(480);
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("ThumbnailWorker"))
                .forEach(ProcessHandle::destroyForcibly);
        await().until(() ->
                ProcessHandle.current()
                        .children()
                        .noneMatch(child ->
                                child.info().commandLine().orElse("").contains("ThumbnailWorker")));
        assertThat(thumbnail(plain(900, 600, "jpeg"), "jpeg").getWidth()).isEqualTo(480);
    }

    private static ImagePreview look(byte[] bytes, String format) {
        return previews.of(bytes, "image/" + format);
    }

    private static BufferedImage thumbnail(byte[] bytes, String format) throws IOException {
        var preview = look(bytes, format);
        assertThat(preview).isInstanceOf(Shown.class);
        var thumbnail = requireNonNull(((Shown) preview).thumbnail());
        return ImageIO.read(new ByteArrayInputStream(thumbnail.bytes()));
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        return (picture.getRGB(x, y) >> 16 & 0xff) > 200;
    }

    private static Withheld tooLarge() {
        return new Withheld(Flaw.TOO_LARGE);
    }
}
