package dev.parley.messenger.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.messenger.admin.view.GuideView.Part;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import dev.parley.platform.language.Texts;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The guide on screen is the guide in `docs`; its expected text is written to `target`.
@ExtendWith(TestParleyExtension.class)
class GuideTests {
    private static final String ADDRESS = "https://desk.example.com";

    private final Languages languages;

    GuideTests(TestParley parley) {
        this.languages = parley.part(Languages.class);
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, setup-guide.md", "CHINESE, setup-guide.zh-TW.md"})
    void theGuideInTheDocsIsTheGuideOnScreen(Language language, String file) throws IOException {
        var rendered = rendered(languages.texts(language, ZoneOffset.UTC));
        Files.writeString(Path.of("target", file), rendered);

        assertThat(Files.readString(Path.of("..", "docs", file))).isEqualTo(rendered);
    }

    private static String rendered(Texts t) {
        return "# %s\n\n%s\n".formatted(t.text("guide"), t.text("guide.about"))
                + GuideController.PARTS.stream()
                        .map(part -> rendered(t, part))
                        .collect(Collectors.joining());
    }

    private static String rendered(Texts t, Part part) {
        var key = "guide." + part.number();
        return "\n## %d. %s\n\n".formatted(part.number(), t.text(key))
                + IntStream.rangeClosed(1, part.steps())
                        .mapToObj(step -> "%d. %s\n".formatted(step, step(t, key + "." + step)))
                        .collect(Collectors.joining());
    }

    private static String step(Texts t, String key) {
        return t.text(key, ADDRESS, String.join(", ", Subscriptions.FIELDS));
    }
}
