package dev.parley.texting;

import dev.parley.admin.kit.EndpointScreens;
import dev.parley.admin.kit.EndpointTexts;
import dev.parley.admin.kit.FailedEventTexts;
import dev.parley.admin.kit.Link;
import dev.parley.channel.ChannelKind;
import dev.parley.platform.language.Texts;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.WorkstreamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What administrators see of the channel.
final class TextingScreens implements EndpointScreens {
    @Override
    public ChannelKind channel() {
        return Texting.KIND;
    }

    @Override
    public Map<String, String> names() {
        return Map.of();
    }

    @Override
    public Optional<String> accountOf(String source) {
        return Optional.empty();
    }

    @Override
    public EndpointTexts texts(Texts t) {
        return new EndpointTexts("Number", "Find a number", "No number yet", "Add one", "Add one");
    }

    @Override
    public FailedEventTexts failedEvents(Texts t) {
        return new FailedEventTexts("Ask the gateway", "Nothing", "Add the number, then retry");
    }

    @Override
    public Link setUp(Texts t, WorkstreamId workstream) {
        return new Link("Set up a number", "/admin/workstreams/%s/numbers".formatted(workstream));
    }

    @Override
    public String address(WorkstreamId workstream, String endpoint) {
        return "/admin/workstreams/%s/numbers/%s".formatted(workstream, endpoint);
    }

    @Override
    public List<String> switchedOn(Texts t, InstanceFeatures features) {
        return List.of();
    }
}
