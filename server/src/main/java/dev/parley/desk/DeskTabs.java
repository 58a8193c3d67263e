package dev.parley.desk;

import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.TabsView;
import dev.parley.identity.SignedIn;
import dev.parley.workspace.Tabs;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tabs of a desk whose page is requested.
@Component
class DeskTabs {
    private final Tabs tabs;
    private final TabsReader reader;
    private final ConversationAccess access;

    DeskTabs(Tabs tabs, TabsReader reader, ConversationAccess access) {
        this.tabs = tabs;
        this.reader = reader;
        this.access = access;
    }

    /// Opens this conversation, or throws [ConversationUnavailable] if the user may not read it.
    Opened open(UUID conversation, SignedIn me) {
        var opened = access.open(conversation, me);
        tabs.open(me.userId(), opened.conversation().id());
        return opened;
    }

    /// The user returns to the list.
    void leave(SignedIn me) {
        tabs.leave(me.userId());
    }

    /// {@return the conversation that the user saw last, if they may still read it}
    Optional<Opened> active(SignedIn me) {
        return tabs.active(me.userId()).flatMap(id -> access.find(id.value(), me));
    }

    /// @param selected the open conversation
    TabsView read(DeskTexts w, SignedIn me, @Nullable UUID selected) {
        return reader.read(w, me, selected);
    }
}
