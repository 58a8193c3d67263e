package dev.parley;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

class SettingsTests {
    private static final Pattern KEY = Pattern.compile("^\\| `(parley\\.[a-z0-9.-]+)`");

    @Test
    void everySettingIsDocumentedAndEveryDocumentedSettingExists() throws IOException {
        var settings = settings();

        assertThat(settings).hasSizeGreaterThan(20);
        assertThat(documented()).containsExactlyElementsOf(settings);
    }

    private static Set<String> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("dev.parley").stream()
                .map(found ->
                        ClassUtils.resolveClassName(requireNonNull(found.getBeanClassName()), null))
                .flatMap(SettingsTests::keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(Class<?> settings) {
        var prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(settings.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> prefix + "." + kebab(name));
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static Set<String> documented() throws IOException {
        try (var lines = Files.lines(Path.of("..", "docs", "configuration.md"))) {
            return lines.map(KEY::matcher)
                    .filter(Matcher::find)
                    .map(key -> key.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
