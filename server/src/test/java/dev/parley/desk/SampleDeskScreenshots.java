package dev.parley.desk;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.browser.Chromium;
import java.nio.file.Path;
import java.util.List;

/// Takes screenshots of the sample desk: `SampleDeskScreenshots [scene-language-width-scheme …]`.
final class SampleDeskScreenshots {
    public static void main(String... wanted) throws Exception {
        var folder = Path.of("server/target/sample-desk");
        try (var desk = new SampleDeskServer(0);
                var playwright = Playwright.create();
                var browser = playwright.chromium().launch(Chromium.options())) {
            for (var shot : List.of(wanted)) {
                var parts = List.of(shot.split("_", -1));
                var size = List.of(parts.get(2).split("x", -1));
                var width = Integer.parseInt(size.get(0));
                var height =
                        size.size() > 1 ? Integer.parseInt(size.get(1)) : width < 500 ? 740 : 900;
                try (var context =
                        browser.newContext(
                                new NewContextOptions()
                                        .setViewportSize(width, height)
                                        .setTimezoneId("Asia/Taipei")
                                        .setColorScheme(
                                                parts.get(3).equals("dark")
                                                        ? ColorScheme.DARK
                                                        : ColorScheme.LIGHT))) {
                    var page = context.newPage();
                    page.onConsoleMessage(
                            message -> System.out.println(shot + ": " + message.text()));
                    page.onPageError(error -> System.out.println(shot + ": " + error));
                    page.navigate(desk.address() + "/scene/" + parts.get(0) + "/" + parts.get(1));
                    if (parts.size() > 4) {
                        page.evaluate("document.querySelector('" + parts.get(4) + "').click()");
                    }
                    page.waitForTimeout(700);
                    page.screenshot(new ScreenshotOptions().setPath(folder.resolve(shot + ".png")));
                }
            }
        }
    }
}
