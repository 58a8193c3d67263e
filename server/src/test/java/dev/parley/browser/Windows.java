package dev.parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import java.util.ArrayList;
import java.util.List;

/// The windows of one story, each as if on another machine. They are closed after the story.
final class Windows implements AutoCloseable {
    private final Browser browser;
    private final List<BrowserContext> open = new ArrayList<>();

    Windows(Browser browser) {
        this.browser = browser;
    }

    Page open(String language, int width, int height) {
        var context =
                browser.newContext(
                        new NewContextOptions()
                                .setLocale(language)
                                .setTimezoneId("Asia/Taipei")
                                .setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        open.add(context);
        return context.newPage();
    }

    /// Opens a page that requires this user, who signs in first.
    Page signIn(String address, TestParley.Login who, String language, int width, int height) {
        var window = open(language, width, height);
        window.navigate(address);
        window.locator("input[name=name]").fill(who.signInName());
        window.locator("input[name=password]").fill(who.password());
        window.keyboard().press("Enter");
        window.waitForURL(url -> !url.contains("/sign-in"));
        return window;
    }

    /// Opens the simulator's page as this customer.
    Page messenger(
            TestParley parley, TestCustomer customer, String language, int width, int height) {
        var window = open(language, width, height);
        window.navigate(
                "%s/?person=%s&page=%s&lang=%s"
                        .formatted(
                                parley.simulator().url(), customer.id(), parley.page(), language));
        return window;
    }

    /// Waits until the desk has asked nothing for some time longer than lists may be delayed.
    static void settle(Page desk) {
        desk.evaluate(
                """
                () => new Promise(resolve => {
                    let last = performance.now();
                    document.addEventListener("htmx:afterRequest", () => (last = performance.now()));
                    const timer = setInterval(() => {
                        if (performance.now() - last > 2_500) {
                            clearInterval(timer);
                            resolve();
                        }
                    }, 100);
                })
                """);
    }

    @Override
    public void close() {
        open.forEach(BrowserContext::close);
    }
}
