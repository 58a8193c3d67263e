package dev.parley.api;

import dev.parley.api.MessageItem.ButtonItem;
import dev.parley.api.MessageItem.CardItem;
import dev.parley.api.MessageItem.DetailItem;
import dev.parley.api.MessageItem.HandoverItem;
import dev.parley.channel.Content;
import dev.parley.channel.ConversationControl.Party;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Converts contents other than texts and files to the API's format.
final class ContentItems {
    private ContentItems() {}

    static List<CardItem> cards(@Nullable Content content) {
        return content instanceof Content.Cards(_, var cards)
                ? cards.stream().map(ContentItems::card).toList()
                : List.of();
    }

    static @Nullable String payload(@Nullable Content content) {
        return switch (content) {
            case Content.PressedReplyButton(_, var payload) -> payload;
            case Content.PressedButton(_, var payload) -> payload;
            case null, default -> null;
        };
    }

    static @Nullable String act(@Nullable Content content) {
        return content instanceof Content.Act act ? EnumNames.of(act.what()) : null;
    }

    static List<DetailItem> details(@Nullable Content content) {
        return content instanceof Content.Act act
                ? act.details().stream()
                        .map(detail ->
                                new DetailItem(
                                        EnumNames.of(detail.name()),
                                        detail.label(),
                                        detail.value()))
                        .toList()
                : List.of();
    }

    static @Nullable HandoverItem handover(@Nullable Content content) {
        return content instanceof Content.Handover(var move, var from, var to)
                ? new HandoverItem(EnumNames.of(move), party(from), party(to))
                : null;
    }

    static @Nullable String party(@Nullable Party party) {
        if (party == null) {
            return null;
        }
        return party.app() == null ? party.kind().name().toLowerCase(Locale.ROOT) : party.app();
    }

    private static CardItem card(Content.Card card) {
        return new CardItem(
                card.title(),
                card.subtitle(),
                card.picture(),
                card.link(),
                card.buttons().stream()
                        .map(button -> new ButtonItem(button.title(), button.link()))
                        .toList());
    }
}
