package dev.parley.messenger.graph;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.FileSource.Fetched;
import dev.parley.customer.Profiles;
import dev.parley.customer.Profiles.Answer.Known;
import dev.parley.customer.Profiles.Answer.Later;
import dev.parley.customer.Profiles.Answer.Withheld;
import dev.parley.messenger.account.FacebookChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/// Fetches a person's profile from Meta. Without *Business Asset User Profile Access* Meta does not
/// return it, which is not an error. See
/// https://developers.facebook.com/docs/messenger-platform/identity/user-profile
@Component
class MessengerProfiles implements Profiles {
    private static final String BASIC = "id,name,first_name,last_name,profile_pic";
    private static final long LARGEST_PICTURE = 512 * 1024;
    private static final Duration SOON = Duration.ofMinutes(5);

    private final GraphApi graph;
    private final PageCredentials pageCredentials;
    private final GraphFailures failures;
    private final MessengerFiles files;

    MessengerProfiles(
            GraphApi graph,
            PageCredentials pageCredentials,
            GraphFailures failures,
            MessengerFiles files) {
        this.graph = graph;
        this.pageCredentials = pageCredentials;
        this.failures = failures;
        this.files = files;
    }

    @Override
    public ChannelKind channel() {
        return FacebookChannel.KIND;
    }

    @Override
    public Answer of(Address address) {
        return pageCredentials
                .of(address.endpoint())
                .map(keys -> ask(address, keys))
                .orElseGet(() -> new Later(SOON));
    }

    private Answer ask(Address address, PageCredential keys) {
        try {
            return known(graph.profile(address.person(), keys.bearer(), keys.proof(), BASIC));
        } catch (RestClientException failure) {
            var why = failures.of(failure, keys);
            return why.temporary() ? new Later(SOON) : new Withheld(why.detail());
        }
    }

    private Answer known(JsonNode profile) {
        var name = name(profile);
        if (name == null) {
            return new Withheld("The profile has no name");
        }
        return new Known(
                name, text(profile, "locale"), text(profile, "timezone"), picture(profile));
    }

    private static @Nullable String name(JsonNode profile) {
        var whole = text(profile, "name");
        if (whole != null) {
            return whole;
        }
        var first = text(profile, "first_name");
        var last = text(profile, "last_name");
        return first == null || last == null ? (first == null ? last : first) : first + " " + last;
    }

    private @Nullable Picture picture(JsonNode profile) {
        var url = text(profile, "profile_pic");
        return url != null && files.fetch(url, LARGEST_PICTURE) instanceof Fetched.Bytes(var b, _)
                ? PictureType.of(b.bytes()).map(type -> new Picture(type, b)).orElse(null)
                : null;
    }

    private static @Nullable String text(JsonNode profile, String field) {
        var text = profile.path(field).asString("").strip();
        return text.isEmpty() ? null : text;
    }
}
