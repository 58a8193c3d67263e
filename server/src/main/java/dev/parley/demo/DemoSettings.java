package dev.parley.demo;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The demo's simulator, and the file for its sign-ins.
///
/// @param simulatorUrl the URL of the simulator's control API
/// @param envFile the file for the addresses and sign-ins, as shell assignments
/// @param past whether the demo begins with sample conversations
@ConfigurationProperties("parley.demo")
record DemoSettings(
        @DefaultValue("http://localhost:8090") URI simulatorUrl,
        @DefaultValue(".parley/demo.env") Path envFile,
        @DefaultValue("false") boolean past) {}
