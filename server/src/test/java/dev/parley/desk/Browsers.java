package dev.parley.desk;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import java.nio.file.Path;
import java.util.List;

/// How the browser on this machine is started.
final class Browsers {
    static LaunchOptions options() {
        return new LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(
                        List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking"));
    }
}
