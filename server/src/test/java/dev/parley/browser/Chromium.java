package dev.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A real browser. Each person has a window of their own, as if on another machine.
final class Chromium implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright.selectors().setTestIdAttribute("data-test");
        browser = playwright.chromium().launch(options());
    }

    Page window(String language, int width, int height) {
        BrowserContext context =
                browser.newContext(
                        new NewContextOptions()
                                .setLocale(language)
                                .setTimezoneId("Asia/Taipei")
                                .setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private static LaunchOptions options() {
        var installed = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
        return new LaunchOptions()
                .setExecutablePath(Path.of(installed))
                .setArgs(
                        List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
