package dev.parley.desk;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentId;
import dev.parley.attachment.StoredAttachment;
import dev.parley.attachment.StoredAttachment.State;
import dev.parley.channel.Attachment;
import dev.parley.conversation.ConversationId;
import dev.parley.desk.view.AttachmentView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import dev.parley.testing.SharedServer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileViewsTests {
    private final Languages languages = SharedServer.shared().part(Languages.class);

    @Test
    void aFileWithoutANameIsNamedForItsType() {
        var refused = file(State.REFUSED, "switchedOff", null);
        assertThat(reason(Language.ENGLISH, refused))
                .startsWith("The customer sent a file (Picture).");
        assertThat(reason(Language.CHINESE, refused)).startsWith("客戶傳送了檔案（圖片）");

        var waiting = FileViews.of(texts(Language.CHINESE), file(State.WAITING, null, null), true);
        assertThat(waiting).isEqualTo(new AttachmentView.Fetching("圖片"));
    }

    @Test
    void aNameIsShownAsItIs() {
        var refused = file(State.REFUSED, "switchedOff", "cat.jpg");
        assertThat(reason(Language.CHINESE, refused)).startsWith("客戶傳送了檔案（cat.jpg）");
    }

    private String reason(Language language, StoredAttachment file) {
        var view = FileViews.of(texts(language), file, true);
        return ((AttachmentView.Refused) view).reason();
    }

    private DeskTexts texts(Language language) {
        return new DeskTexts(languages.texts(language, UTC), Instant.EPOCH, "icons.svg");
    }

    private static StoredAttachment file(
            State state, @Nullable String cause, @Nullable String name) {
        return new StoredAttachment(
                new AttachmentId(UUID.randomUUID()),
                null,
                new ConversationId(UUID.randomUUID()),
                0,
                Attachment.Type.IMAGE,
                state,
                cause,
                name,
                null,
                0,
                null,
                null);
    }
}
