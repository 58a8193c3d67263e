package dev.parley.desk;

import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.Threads.Stretch;
import dev.parley.desk.view.ConversationView;
import dev.parley.desk.view.DeskTexts;
import org.springframework.stereotype.Component;

/// Builds the view of an open conversation, with all of its regions.
@Component
class ConversationReader {
    private final HeadReader head;
    private final ThreadReader thread;
    private final ThreadControls controls;
    private final ComposerReader composer;
    private final CustomerReader customer;

    ConversationReader(
            HeadReader head,
            ThreadReader thread,
            ThreadControls controls,
            ComposerReader composer,
            CustomerReader customer) {
        this.head = head;
        this.thread = thread;
        this.controls = controls;
        this.composer = composer;
        this.customer = customer;
    }

    ConversationView read(DeskTexts w, Opened opened) {
        return new ConversationView(
                head.read(w, opened),
                thread.read(w, opened, Stretch.NEWEST),
                controls.of(w, opened),
                composer.read(w, opened),
                customer.read(w, opened));
    }
}
