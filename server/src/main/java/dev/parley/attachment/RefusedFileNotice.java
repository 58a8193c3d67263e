package dev.parley.attachment;

import dev.parley.conversation.CustomerNotices;
import dev.parley.conversation.Message;
import dev.parley.workstream.AutomatedMessages;
import dev.parley.workstream.InstanceSettings;
import org.springframework.stereotype.Component;

/// Notifies customers that their files are not accepted.
@Component
class RefusedFileNotice {
    private final AutomatedMessages automatedMessages;
    private final CustomerNotices notices;

    RefusedFileNotice(AutomatedMessages automatedMessages, CustomerNotices notices) {
        this.automatedMessages = automatedMessages;
        this.notices = notices;
    }

    void answer(Message received, InstanceSettings settings) {
        automatedMessages
                .filesRefused(settings)
                .ifPresent(words -> notices.answer(received, "files-refused", words));
    }
}
