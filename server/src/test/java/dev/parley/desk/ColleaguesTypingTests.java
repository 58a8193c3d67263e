package dev.parley.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import dev.parley.testing.TurnableClock;
import dev.parley.workspace.DraftChanged;
import dev.parley.workspace.DraftKey;
import dev.parley.workspace.DraftMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who counts as typing, and what is published about it.
class ColleaguesTypingTests {
    private final TurnableClock clock = new TurnableClock();
    private final List<Object> published = new ArrayList<>();
    private final ColleaguesTyping typing = new ColleaguesTyping(published::add, clock);
    private final ConversationId ada = new ConversationId(UUID.randomUUID());
    private final UserId ann = new UserId(UUID.randomUUID());
    private final UserId ben = new UserId(UUID.randomUUID());

    @Test
    void whoTypesOnIsAnnouncedOnce() {
        stores(ann, UUID.randomUUID());
        clock.turn(Duration.ofSeconds(3));
        stores(ann, UUID.randomUUID());
        clock.turn(Duration.ofSeconds(5));

        assertThat(published).hasSize(1);
        assertThat(seenBy(ben)).containsExactly(ann);
        assertThat(seenBy(ann)).isEmpty();
    }

    @Test
    void typingEndsBySendingOrAfterSomeSeconds() {
        stores(ann, UUID.randomUUID());
        stores(ann, null);
        assertThat(seenBy(ben)).isEmpty();
        assertThat(published).hasSize(2);

        stores(ann, UUID.randomUUID());
        clock.turn(ColleaguesTyping.SHOWN_FOR);
        assertThat(seenBy(ben)).isEmpty();
        stores(ann, UUID.randomUUID());
        assertThat(published).hasSize(4);
    }

    @Test
    void onlySoManyAreRemembered() {
        for (var number = 0; number <= ColleaguesTyping.MOST; number++) {
            stores(new UserId(new UUID(1, number)), UUID.randomUUID());
        }

        assertThat(seenBy(ben)).hasSize(ColleaguesTyping.MOST);
    }

    private void stores(UserId user, @Nullable UUID revision) {
        typing.on(new DraftChanged(new DraftKey(user, ada, DraftMode.REPLY), revision, false));
    }

    private List<UserId> seenBy(UserId user) {
        return typing.in(List.of(ada), user, clock.instant()).stream()
                .map(ColleaguesTyping.Typist::user)
                .toList();
    }
}
