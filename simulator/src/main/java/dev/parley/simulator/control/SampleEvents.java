package dev.parley.simulator.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A sample of each kind of event that nothing in the simulator causes.
@Component
class SampleEvents {
    /// A kind of event.
    ///
    /// @param place the list of the entry that contains it
    /// @param sender whether it names a person
    /// @param key the key of the item that contains it
    record Sample(
            String field, String place, boolean sender, String key, Map<String, Object> value) {
        /// {@return the value with the placeholders in braces filled in}
        Map<String, Object> filled(Map<String, String> words) {
            var copy = new LinkedHashMap<String, Object>();
            value.forEach((name, one) -> copy.put(name, filled(one, words)));
            return copy;
        }

        private static Object filled(Object node, Map<String, String> words) {
            return switch (node) {
                case String text -> words.getOrDefault(text, text);
                case Map<?, ?> map -> {
                    var copy = new LinkedHashMap<String, Object>();
                    map.forEach((name, one) -> copy.put(name.toString(), filled(one, words)));
                    yield copy;
                }
                default -> node;
            };
        }
    }

    private static final TypeReference<LinkedHashMap<String, Sample>> TABLE =
            new TypeReference<>() {};

    private final Map<String, Sample> samples;

    SampleEvents(JsonMapper json) {
        try (var table = new ClassPathResource("events.json").getInputStream()) {
            samples = json.readValue(table, TABLE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Map<String, Sample> all() {
        return samples;
    }

    Optional<Sample> find(String kind) {
        return Optional.ofNullable(samples.get(kind));
    }
}
