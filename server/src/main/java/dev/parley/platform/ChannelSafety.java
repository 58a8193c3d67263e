package dev.parley.platform;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/// What a channel adds to the checks of the platform. Channels implement it, and are listed in
/// `META-INF/spring.factories`: the checks run before there are any beans.
public interface ChannelSafety {
    /// The names of the settings with the addresses to which the channel's secrets are sent.
    Set<String> urlSettings();

    /// The form of the channel's tokens, to mask them wherever they are.
    Pattern tokens();

    /// {@return the implementations of all channels}
    static List<ChannelSafety> all() {
        return SpringFactoriesLoader.forDefaultResourceLocation(
                        ChannelSafety.class.getClassLoader())
                .load(ChannelSafety.class);
    }

    /// {@return whether all addresses of this channel are set, and none is on the internet}
    default boolean usesStandIn(Environment environment) {
        return urlSettings().stream()
                .map(name -> environment.getProperty(name, URI.class))
                .allMatch(url -> url != null && !PublicAddress.is(url));
    }
}
