package dev.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A real browser, started once for all stories of a JVM; it ends with it.
public final class Chromium {
    private static final double PATIENCE_MILLIS = 20_000;

    private final Browser browser;

    Chromium() {
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright.selectors().setTestIdAttribute("data-test");
        browser = playwright.chromium().launch(options());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    Windows windows() {
        return new Windows(browser);
    }

    /// How the browser of this machine is started.
    public static LaunchOptions options() {
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
}
