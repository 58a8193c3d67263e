package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.TextFallback.amount;
import static dev.parley.messenger.webhook.TextFallback.firstNonBlank;
import static dev.parley.messenger.webhook.TextFallback.firstOf;
import static dev.parley.messenger.webhook.TextFallback.joined;
import static dev.parley.messenger.webhook.WebhookItem.text;

import dev.parley.channel.Content;
import dev.parley.channel.Content.Button;
import dev.parley.channel.Content.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Templates as cards: what bots send and echoes show, and products that customers share.
final class Templates {
    private Templates() {}

    static boolean isTemplate(JsonNode attachment) {
        return "template".equals(text(attachment.path("type")));
    }

    static Content of(@Nullable String words, List<JsonNode> attachments) {
        var cards = new ArrayList<Card>();
        for (var attachment : attachments) {
            cards(attachment).forEach(cards::add);
        }
        var text = firstNonBlank(words, intro(attachments.getFirst()));
        return cards.isEmpty() && text == null
                ? new Content.Unsupported(null, name(attachments.getFirst()))
                : new Content.Cards(text, cards);
    }

    private static String name(JsonNode attachment) {
        return firstOf(text(attachment.path("payload").path("template_type")), "template");
    }

    private static @Nullable String intro(JsonNode attachment) {
        var payload = attachment.path("payload");
        return firstNonBlank(
                text(payload.path("text")),
                text(payload.path("intro_message")),
                text(attachment.path("title")));
    }

    private static Stream<Card> cards(JsonNode attachment) {
        var payload = attachment.path("payload");
        var elements =
                Stream.of(payload.path("elements"), payload.path("product").path("elements"))
                        .flatMap(JsonNode::valueStream)
                        .map(Templates::card)
                        .toList();
        var own = own(payload, elements.isEmpty());
        return Stream.concat(own == null ? Stream.empty() : Stream.of(own), elements.stream());
    }

    private static Card card(JsonNode element) {
        return new Card(
                firstNonBlank(text(element.path("title")), text(element.path("media_type"))),
                joined(text(element.path("subtitle")), price(element)),
                firstNonBlank(
                        SafeLinks.of(element.path("image_url")),
                        SafeLinks.of(element.path("media_url"))),
                firstNonBlank(
                        SafeLinks.of(element.path("default_action").path("url")),
                        SafeLinks.of(element.path("url"))),
                buttons(element));
    }

    /// The template's own content, besides its elements.
    private static @Nullable Card own(JsonNode payload, boolean alone) {
        var title =
                joined(
                        text(payload.path("order_number")),
                        text(payload.path("pnr_number")),
                        text(payload.path("coupon_code")),
                        alone ? text(payload.path("title")) : null);
        var subtitle =
                joined(
                        amount(
                                text(payload.path("summary").path("total_cost")),
                                text(payload.path("currency"))),
                        amount(text(payload.path("total_price")), text(payload.path("currency"))),
                        alone ? text(payload.path("subtitle")) : null);
        var buttons = buttons(payload);
        return title == null && subtitle == null && buttons.isEmpty()
                ? null
                : new Card(title, subtitle, SafeLinks.of(payload.path("image_url")), null, buttons);
    }

    private static @Nullable String price(JsonNode element) {
        var amount = amount(text(element.path("price")), text(element.path("currency")));
        var quantity = text(element.path("quantity"));
        return quantity == null || amount == null ? amount : quantity + " × " + amount;
    }

    private static List<Button> buttons(JsonNode holder) {
        return holder.path("buttons")
                .valueStream()
                .map(button ->
                        new Button(
                                firstOf(
                                        firstNonBlank(
                                                text(button.path("title")),
                                                text(button.path("type"))),
                                        ""),
                                SafeLinks.of(button.path("url"))))
                .toList();
    }
}
