package dev.parley.desk;

import dev.parley.conversation.Access;
import dev.parley.conversation.ConversationId;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import dev.parley.workspace.Tabs;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Opens and closes the tabs of a desk.
@Controller
class TabsController {
    private final Tabs tabs;
    private final ConversationAccess conversations;
    private final Access access;

    TabsController(Tabs tabs, ConversationAccess conversations, Access access) {
        this.tabs = tabs;
        this.conversations = conversations;
        this.access = access;
    }

    /// For a page that shows the conversation without requesting it again.
    @PostMapping("/desk/tabs/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(SignedIn me, @PathVariable UUID id) {
        tabs.open(me.userId(), conversations.require(id, me).id());
    }

    @DeleteMapping("/desk/tabs/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(SignedIn me, @PathVariable UUID id) {
        tabs.close(me.userId(), new ConversationId(id));
    }

    /// Answers with the id of the conversation whose tab was closed last.
    @PostMapping("/desk/tabs/reopen")
    ResponseEntity<String> reopen(PageFrame frame, SignedIn me) {
        return tabs.reopen(me.userId(), id -> access.read(id, me).isPresent())
                .map(id -> TextResponse.of(200, id.value().toString()))
                .orElseGet(() -> TextResponse.of(404, frame.text("desk.tabs.noneClosed")));
    }
}
