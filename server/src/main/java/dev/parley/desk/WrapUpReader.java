package dev.parley.desk;

import dev.parley.conversation.Dispositions;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.WrapUpView;
import java.util.List;
import org.springframework.stereotype.Component;

/// Builds what an agent chooses from in wrap-up.
@Component
class WrapUpReader {
    private final Dispositions dispositions;

    WrapUpReader(Dispositions dispositions) {
        this.dispositions = dispositions;
    }

    WrapUpView read(DeskTexts w, Opened opened) {
        var id = opened.conversation().id().value();
        return dispositions
                .choice(opened.conversation(), opened.me())
                .map(choice ->
                        new WrapUpView(
                                id,
                                choice.codes().stream()
                                        .map(code ->
                                                new WrapUpView.Option(
                                                        code.id().value(),
                                                        code.content().name(w.texts().language()),
                                                        code.id().equals(choice.chosen())))
                                        .toList(),
                                choice.required()))
                .orElseGet(() -> new WrapUpView(id, List.of(), false));
    }
}
