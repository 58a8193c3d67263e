package dev.parley.api;

import static java.time.ZoneOffset.UTC;

import dev.parley.api.ConversationItem.CustomerItem;
import dev.parley.api.ConversationItem.ReplyWindowItem;
import dev.parley.api.ConversationRows.ConversationRow;
import dev.parley.channel.Channels;
import dev.parley.channel.ReplyWindowState;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Converts conversations to the API's format.
@Component
class ConversationItems {
    private final Languages languages;
    private final Channels channels;
    private final Clock clock;

    ConversationItems(Languages languages, Channels channels, Clock clock) {
        this.languages = languages;
        this.channels = channels;
        this.clock = clock;
    }

    ConversationItem of(ConversationRow row, Language language) {
        return new ConversationItem(
                row.id(),
                EnumNames.of(row.state()),
                row.address().channel().name().toLowerCase(Locale.ROOT),
                row.address().endpoint(),
                row.address().person(),
                new CustomerItem(row.customer(), name(row, language)),
                row.openedAt(),
                row.lastMessageAt(),
                row.agent(),
                row.tags(),
                window(row));
    }

    private String name(ConversationRow row, Language language) {
        var name = row.name();
        return name != null
                ? name
                : languages.texts(language, UTC).text("api.visitor", "" + row.visitor());
    }

    private ReplyWindowItem window(ConversationRow row) {
        var window =
                channels.rulesOf(row.address().channel())
                        .replyWindow()
                        .stateAt(clock.instant(), row.lastCustomerActAt(), row.extendedWindow());
        return switch (window) {
            case ReplyWindowState.Open(var closesAt) -> new ReplyWindowItem("open", closesAt);
            case ReplyWindowState.Extended(var closesAt) ->
                    new ReplyWindowItem("extended", closesAt);
            case ReplyWindowState.Closed(var closedAt, _) ->
                    new ReplyWindowItem("closed", closedAt);
        };
    }
}
