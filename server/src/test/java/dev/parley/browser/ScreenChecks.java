package dev.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/// How a window looks: automated checks, and screenshots for manual review.
public final class ScreenChecks {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private ScreenChecks() {}

    static void picture(Page window, String name) {
        window.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /// The page fits into the window, and has no accessibility violations.
    static void right(Page window, String name) {
        window.waitForLoadState();
        picture(window, name);
        fits(window);
        legible(window);
    }

    /// Like [#right], in dark mode as well.
    static void rightDayAndNight(Page window, String name) {
        right(window, name);
        window.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(window, name + "-dark");
        window.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    static void fits(Page window) {
        assertThat(window.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(window.url() + " fits")
                .isEqualTo(true);
    }

    /// Without frames of other hosts, axe needs only the page itself.
    static void legible(Page window) {
        isStill(window);
        assertThat(
                        axe(window).analyze().getViolations().stream()
                                .filter(rule ->
                                        List.of("serious", "critical").contains(rule.getImpact()))
                                .map(rule ->
                                        "%s: %s %s"
                                                .formatted(
                                                        rule.getId(),
                                                        rule.getHelp(),
                                                        rule.getNodes())))
                .as(window.url())
                .isEmpty();
    }

    public static AxeBuilder axe(Page window) {
        return new AxeBuilder(window).setLegacyMode(true);
    }

    /// All transitions have ended, also those that begin with the next frame. A countdown, second
    /// by second, is none. An animation of an element that is no longer shown may never end.
    private static void isStill(Page window) {
        window.evaluate(
                """
                async () => {
                    const moment = () => Promise.race([
                        new Promise(requestAnimationFrame),
                        new Promise(done => setTimeout(done, 100)),
                    ]);
                    const running = () => document.getAnimations()
                        .filter(each => each.playState === "running")
                        .some(each => each.effect.getComputedTiming().endTime < 1_000);
                    const latest = performance.now() + 3_000;
                    await moment();
                    while (running() && performance.now() < latest) {
                        await moment();
                    }
                }
                """);
    }
}
