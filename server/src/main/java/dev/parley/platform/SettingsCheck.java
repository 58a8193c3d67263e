package dev.parley.platform;

import static org.springframework.core.env.StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;

/// Refuses to start with a setting that does not exist: it is probably mistyped. The database
/// depends on this, so it is checked first.
@Component
public final class SettingsCheck {
    SettingsCheck(ListableBeanFactory beans, ConfigurableEnvironment environment) {
        var findings = new KnownSettings(known(beans)).findings(used(environment));
        if (!findings.isEmpty()) {
            throw new StartRefused(findings);
        }
    }

    private static Set<String> known(ListableBeanFactory beans) {
        var known = new TreeSet<String>();
        for (var name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            var type = beans.getType(name, false);
            var prefix = beans.findAnnotationOnBean(name, ConfigurationProperties.class, false);
            if (type != null && type.isRecord() && prefix != null) {
                known.addAll(KnownSettings.of(prefix.value(), type));
            }
        }
        return known;
    }

    /// System properties are skipped: they are for the JVM and for tests.
    private static Set<String> used(ConfigurableEnvironment environment) {
        var used = new TreeSet<String>();
        environment.getPropertySources().stream()
                .filter(source -> !source.getName().equals(SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME))
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .flatMap(source -> Stream.of(source.getPropertyNames()))
                .forEach(used::add);
        return used;
    }
}
