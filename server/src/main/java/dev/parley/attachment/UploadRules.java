package dev.parley.attachment;

import dev.parley.channel.Channels;
import dev.parley.channel.FileRules;
import dev.parley.conversation.Conversation;
import dev.parley.workstream.Workstreams;
import org.springframework.stereotype.Component;

/// Which files may be sent in a conversation, by its channel and its workstream.
@Component
public class UploadRules {
    private final Channels channels;
    private final Workstreams workstreams;

    UploadRules(Channels channels, Workstreams workstreams) {
        this.channels = channels;
        this.workstreams = workstreams;
    }

    /// {@return whether agents may send files to this conversation's customer}
    public boolean mayAttach(Conversation conversation) {
        return of(conversation).allowed()
                && workstreams.handlingOf(conversation.details().address().at()).agentFiles();
    }

    FileRules of(Conversation conversation) {
        return channels.rulesOf(conversation.details().address().channel()).files();
    }
}
