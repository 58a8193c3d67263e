package dev.parley.api;

import static java.time.ZoneOffset.UTC;

import dev.parley.api.ConversationItem.CustomerItem;
import dev.parley.api.ConversationItem.ReplyWindowItem;
import dev.parley.api.ConversationItem.SocialProfileItem;
import dev.parley.api.ConversationRows.ConversationRow;
import dev.parley.conversation.ReplyWindow;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Puts conversations into the form that programs read.
@Component
class ConversationItems {
    private final Languages languages;
    private final Clock clock;

    ConversationItems(Languages languages, Clock clock) {
        this.languages = languages;
        this.clock = clock;
    }

    ConversationItem of(ConversationRow row, Language language) {
        return new ConversationItem(
                row.id(),
                EnumNames.of(row.state()),
                row.page(),
                new CustomerItem(row.customer(), name(row, language)),
                new SocialProfileItem(row.person()),
                row.openedAt(),
                row.lastMessageAt(),
                row.agent(),
                window(row));
    }

    private String name(ConversationRow row, Language language) {
        var name = row.name();
        return name != null
                ? name
                : languages.texts(language, UTC).text("api.visitor", "" + row.visitor());
    }

    private ReplyWindowItem window(ConversationRow row) {
        var window = ReplyWindow.at(clock.instant(), row.lastCustomerActAt(), row.messageTag());
        return switch (window) {
            case ReplyWindow.Open(var closesAt) -> new ReplyWindowItem("open", closesAt);
            case ReplyWindow.HumanAgent(var closesAt) ->
                    new ReplyWindowItem("humanAgent", closesAt);
            case ReplyWindow.Closed(var closedAt, _) -> new ReplyWindowItem("closed", closedAt);
        };
    }
}
