package dev.parley.texting;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.ChannelRules;
import dev.parley.channel.FileRules;
import dev.parley.channel.ReplyWindow;
import dev.parley.channel.TextRules;
import java.util.Set;

/// Short texts, at any time.
final class TextingRules implements ChannelRules {
    @Override
    public ChannelKind channel() {
        return Texting.KIND;
    }

    @Override
    public String name() {
        return "Texting";
    }

    @Override
    public ReplyWindow replyWindow() {
        return ReplyWindow.UNLIMITED;
    }

    @Override
    public TextRules texts() {
        return new TextRules(500, 0, 0);
    }

    @Override
    public FileRules files() {
        return FileRules.NONE;
    }

    @Override
    public Set<Feature> features() {
        return Set.of();
    }

    @Override
    public SendRate sendRate() {
        return new SendRate(100, 1);
    }
}
