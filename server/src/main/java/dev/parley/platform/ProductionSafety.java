package dev.parley.platform;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.util.function.Predicate.not;

import java.net.URI;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lists what makes a configuration unsafe for real customers, each with its fix. Reads nothing
/// itself.
final class ProductionSafety {
    private static final Set<String> UNSAFE_ENDPOINTS =
            Set.of("*", "env", "configprops", "heapdump", "threaddump", "beans", "loggers");

    /// The facts that are known before anything starts.
    ///
    /// @param keyFile the permissions of the key file; empty if it does not exist yet
    /// @param configFile the permissions of the file with the settings; empty likewise
    /// @param channelUrls the addresses to which channels send their tokens, by setting
    /// @param endpoints those exposed over HTTP
    /// @param demoTraces settings or files of a demo
    record Facts(
            @Nullable URI publicUrl,
            Map<String, URI> channelUrls,
            @Nullable String databaseUrl,
            String databasePassword,
            Set<PosixFilePermission> keyFile,
            Set<PosixFilePermission> configFile,
            List<String> endpoints,
            List<String> demoTraces) {}

    private final List<String> problems = new ArrayList<>();

    private ProductionSafety() {}

    static List<String> problems(Facts facts) {
        var safety = new ProductionSafety();
        safety.addresses(facts);
        safety.database(facts);
        safety.files(facts);
        safety.endpoints(facts);
        for (var trace : facts.demoTraces()) {
            safety.find(trace + " belongs to a demo: remove it, or use another data directory.");
        }
        return safety.problems;
    }

    private void addresses(Facts facts) {
        if (facts.publicUrl() == null) {
            find(
                    "parley.public-url is missing: set it to the https address that channels and your agents use.");
        } else if (isOpen(facts.publicUrl())) {
            find(
                    "parley.public-url must begin with https://, but is %s."
                            .formatted(facts.publicUrl()));
        }
        if (facts.publicUrl() != null && hasMoreThanAHost(facts.publicUrl())) {
            find(
                    "parley.public-url must end after the host name and port, but is %s: Parley cannot run below a path, give it a host name of its own."
                            .formatted(facts.publicUrl()));
        }
        facts.channelUrls().forEach(this::channelUrl);
    }

    private void channelUrl(String setting, URI url) {
        if (isOpen(url)) {
            find(
                    "%s must begin with https://, or access tokens are sent unencrypted, but is %s."
                            .formatted(setting, url));
        }
    }

    private void database(Facts facts) {
        var url = facts.databaseUrl();
        if (url == null || !facts.databasePassword().isEmpty() || url.contains("password=")) {
            return;
        }
        var away = hosts(url).filter(not(ProductionSafety::isLocal)).findFirst();
        away.ifPresent(host ->
                find(
                        "parley.database.password is empty, but the database is on %s."
                                .formatted(host)));
    }

    private void files(Facts facts) {
        if (othersMayRead(facts.keyFile())) {
            find("The key file secret.key can be read by others: `chmod 600` it.");
        }
        if (facts.configFile().contains(OTHERS_READ)) {
            find("The configuration file can be read by everybody: `chmod 640` it.");
        }
    }

    private void endpoints(Facts facts) {
        facts.endpoints().stream()
                .filter(UNSAFE_ENDPOINTS::contains)
                .forEach(endpoint ->
                        find(
                                "management.endpoints.web.exposure.include names %s, which shows secrets: leave it at health,prometheus."
                                        .formatted(endpoint)));
    }

    private static boolean othersMayRead(Set<PosixFilePermission> permissions) {
        return permissions.contains(OTHERS_READ) || permissions.contains(GROUP_READ);
    }

    private static boolean isOpen(URI address) {
        return !"https".equalsIgnoreCase(address.getScheme()) && !isLocal(address.getHost());
    }

    private static boolean hasMoreThanAHost(URI address) {
        var path = address.getRawPath();
        return (path != null && !path.isEmpty() && !path.equals("/"))
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.getRawUserInfo() != null;
    }

    private static Stream<String> hosts(String jdbcUrl) {
        var from = jdbcUrl.indexOf("//");
        if (from < 0) {
            return Stream.of("localhost");
        }
        var authority = jdbcUrl.substring(from + 2).split("[/?]", 2)[0];
        return Arrays.stream(authority.split(",", -1)).map(host -> host.replaceFirst(":\\d+$", ""));
    }

    private static boolean isLocal(@Nullable String host) {
        return host != null
                && (host.isEmpty()
                        || host.equals("localhost")
                        || host.equals("::1")
                        || host.equals("[::1]")
                        || host.matches("127(\\.\\d+){3}"));
    }

    private void find(String sentence) {
        problems.add(sentence);
    }
}
