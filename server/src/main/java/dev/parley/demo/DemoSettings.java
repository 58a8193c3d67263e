package dev.parley.demo;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the demo finds the simulator, and where it says how to get in.
///
/// @param simulatorUrl of the simulator's control API
/// @param envFile gets the addresses and sign-ins, as shell assignments
@ConfigurationProperties("parley.demo")
record DemoSettings(
        @DefaultValue("http://localhost:8090") URI simulatorUrl,
        @DefaultValue(".parley/demo.env") Path envFile) {}
