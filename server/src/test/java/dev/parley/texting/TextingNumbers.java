package dev.parley.texting;

import static java.util.stream.Collectors.toMap;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.EndpointNames;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The numbers that customers can write to.
public final class TextingNumbers implements EndpointNames {
    private final Map<String, EndpointName> numbers = new ConcurrentHashMap<>();

    /// From now on customers can write to this number, and to no other.
    public void onlyHas(String number, String name) {
        numbers.clear();
        numbers.put(number, new EndpointName(name, false));
    }

    boolean has(String number) {
        return numbers.containsKey(number);
    }

    @Override
    public ChannelKind channel() {
        return Texting.KIND;
    }

    @Override
    public Map<String, EndpointName> namesOf(Collection<String> ids) {
        return numbers.entrySet().stream()
                .filter(number -> ids.contains(number.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
