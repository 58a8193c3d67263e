package dev.parley.messenger;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.ChannelRules;
import dev.parley.channel.FileRules;
import dev.parley.channel.FileRules.Largest;
import dev.parley.channel.ReplyWindow;
import dev.parley.channel.TextRules;
import dev.parley.messenger.account.FacebookChannel;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What Messenger allows.
@Component
class MessengerRules implements ChannelRules {
    /// For 24 hours after the customer's last message anything may be sent, and for seven days what
    /// a person writes with the human agent tag: [policy
    /// overview](https://developers.facebook.com/docs/messenger-platform/policy/policy-overview).
    private static final ReplyWindow REPLY_WINDOW =
            new ReplyWindow(Duration.ofHours(24), Duration.ofDays(7));

    /// 2000 characters in a message, 13 quick replies of 20 characters each; Messenger cuts off
    /// longer texts. How it counts characters outside the basic plane is not documented, so they
    /// count as two: [Send
    /// API](https://developers.facebook.com/docs/messenger-platform/reference/send-api/), [quick
    /// replies](https://developers.facebook.com/docs/messenger-platform/send-messages/quick-replies).
    private static final TextRules TEXTS = new TextRules(2000, 13, 20);

    /// 25 MB in a file, 8 MB in a picture: [saving
    /// assets](https://developers.facebook.com/docs/messenger-platform/send-messages/saving-assets).
    private static final Largest LARGEST = new Largest(25 * 1024 * 1024, 8 * 1024 * 1024);

    private static final FileRules FILES =
            new FileRules(LARGEST, LARGEST, Set.of("image/png", "image/jpeg", "image/gif"));

    private final SendRate sendRate;

    MessengerRules(MessengerSettings settings) {
        this.sendRate = new SendRate(settings.textRate(), settings.mediaRate());
    }

    @Override
    public ChannelKind channel() {
        return FacebookChannel.KIND;
    }

    @Override
    public String name() {
        return "Facebook";
    }

    @Override
    public ReplyWindow replyWindow() {
        return REPLY_WINDOW;
    }

    @Override
    public TextRules texts() {
        return TEXTS;
    }

    @Override
    public FileRules files() {
        return FILES;
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    /// If an app is inactive for 24 hours, any app may use the thread again: [conversation
    /// routing](https://developers.facebook.com/docs/messenger-platform/handover-protocol/conversation-control).
    @Override
    public Duration controlTimeout() {
        return Duration.ofHours(24);
    }

    @Override
    public Resend resend(String cause) {
        return ResendRules.of(cause);
    }

    /// [Rate limits](https://developers.facebook.com/docs/graph-api/overview/rate-limiting).
    @Override
    public SendRate sendRate() {
        return sendRate;
    }
}
