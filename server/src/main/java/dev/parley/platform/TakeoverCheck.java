package dev.parley.platform;

import dev.parley.platform.ParleySettings.Mode;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Whether a started copy could take over pages. The demo, and an installation without a page,
/// cannot.
@Component
class TakeoverCheck {
    private final EncryptedSample sample;
    private final boolean isDemo;

    TakeoverCheck(EncryptedSample sample, ParleySettings settings, Environment environment) {
        this.sample = sample;
        this.isDemo = settings.mode() == Mode.DEMO && usesStandIns(environment);
    }

    boolean isPossible() {
        return !isDemo && sample.find().isPresent();
    }

    private static boolean usesStandIns(Environment environment) {
        return ChannelSafety.all().stream().allMatch(one -> one.usesStandIn(environment));
    }
}
