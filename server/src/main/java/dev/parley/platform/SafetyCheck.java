package dev.parley.platform;

import dev.parley.platform.ParleySettings.Mode;
import dev.parley.platform.ProductionSafety.Facts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Refuses to start a server that would not be safe for real customers. It runs before anything is
/// opened or listens.
final class SafetyCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = Binder.get(context.getEnvironment());
        var parley = settings.bindOrCreate("parley", ParleySettings.class);
        if (parley.mode() == Mode.SERVE) {
            var findings = ProductionSafety.problems(facts(parley, settings));
            if (!findings.isEmpty()) {
                throw new StartRefused(findings);
            }
        }
    }

    private static Facts facts(ParleySettings parley, Binder settings) {
        var configFile = settings.bind("parley.config-file", Path.class).orElse(null);
        return new Facts(
                parley.publicUrl(),
                channelUrls(settings),
                settings.bind("parley.database.url", String.class).orElse(null),
                settings.bind("parley.database.password", String.class).orElse(""),
                permissions(parley.data().resolve(SecretKeys.FILE)),
                permissions(configFile),
                settings.bind(
                                "management.endpoints.web.exposure.include",
                                Bindable.listOf(String.class))
                        .orElse(List.of()),
                demoTraces(parley, settings));
    }

    private static Map<String, URI> channelUrls(Binder settings) {
        var urls = new TreeMap<String, URI>();
        for (var channel : ChannelSafety.all()) {
            for (var name : channel.urlSettings()) {
                settings.bind(name, URI.class).ifBound(url -> urls.put(name, url));
            }
        }
        return urls;
    }

    private static List<String> demoTraces(ParleySettings parley, Binder settings) {
        var traces = new ArrayList<String>();
        settings.bind("parley.demo", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .keySet()
                .forEach(name -> traces.add("The setting parley.demo." + name));
        var written = parley.data().resolve("demo.env");
        if (Files.exists(written)) {
            traces.add("The file " + written);
        }
        return traces;
    }

    private static Set<PosixFilePermission> permissions(@Nullable Path file) {
        try {
            return file != null && Files.exists(file)
                    ? Files.getPosixFilePermissions(file)
                    : Set.of();
        } catch (IOException failure) {
            throw new StartRefused("%s cannot be read: %s".formatted(file, failure), failure);
        }
    }
}
