package dev.parley.desk;

import dev.parley.conversation.Blocking;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.CustomerBlock;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.HeadPrivacy;
import dev.parley.desk.view.HeadPrivacy.BlockedView;
import dev.parley.privacy.Masking;
import dev.parley.privacy.MaskingDirection;
import dev.parley.privacy.Transcripts;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Reads whether the customer of an open conversation is blocked, and whether the user may block
/// them or download the transcript.
@Component
class PrivacyReader {
    private final Blocking blocking;
    private final Transcripts transcripts;
    private final Masking masking;
    private final DisplayNames names;

    PrivacyReader(Blocking blocking, Transcripts transcripts, Masking masking, DisplayNames names) {
        this.blocking = blocking;
        this.transcripts = transcripts;
        this.masking = masking;
        this.names = names;
    }

    HeadPrivacy read(DeskTexts w, Opened opened) {
        var conversation = opened.conversation();
        var details = conversation.details();
        var block =
                details.blocked() || conversation.state() == State.CLOSED
                        ? blocking.of(details.customer())
                        : Optional.<CustomerBlock>empty();
        return new HeadPrivacy(
                transcripts.mayDownload(conversation, opened.me()),
                block.isEmpty() && Blocking.mayBlock(conversation, opened.me()),
                block.filter(one -> Blocking.mayLift(one, opened.me())).isPresent(),
                block.map(one -> view(w, opened, one)).orElse(null));
    }

    private BlockedView view(DeskTexts w, Opened opened, CustomerBlock block) {
        var by = names.ofUsers(Stream.of(block.by()), opened.me()).getOrDefault(block.by(), "?");
        return new BlockedView(
                w.texts().text("blocking.by", by, w.texts().dateTime(block.at())),
                masking.current().text(block.reason(), MaskingDirection.AGENT));
    }
}
