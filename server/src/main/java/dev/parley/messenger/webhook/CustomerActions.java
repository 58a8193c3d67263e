package dev.parley.messenger.webhook;

import static dev.parley.messenger.webhook.WebhookItem.text;

import dev.parley.channel.Content.Act;
import dev.parley.channel.Content.Detail;
import dev.parley.channel.Content.Detail.Name;
import dev.parley.channel.Content.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What customers do in Messenger besides writing. See
/// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
final class CustomerActions {
    private CustomerActions() {}

    /// How the customer got here: an ad, a link, a shop.
    ///
    /// @param lead the answers that were sent with it, if it ended a lead form
    static Act referral(JsonNode referral, JsonNode lead) {
        var advert = referral.path("ads_context_data");
        var known =
                new Known()
                        .add(Name.REF, referral.path("ref"))
                        .add(Name.SITE, referral.path("referer_uri"))
                        .add(Name.SITE, referral.path("origin_domain"))
                        .link(Name.PICTURE, advert.path("photo_url"))
                        .link(Name.VIDEO, advert.path("video_url"))
                        .add(Name.AD, referral.path("ad_id"))
                        .add(Name.POST, advert.path("post_id"))
                        .add(Name.PRODUCT, advert.path("product_id"))
                        .add(Name.PRODUCT, referral.path("product").path("id"));
        for (var answer : lead.path("data")) {
            known.answer(text(answer.path("question")), text(answer.path("answer")));
        }
        return new Act(way(referral), text(advert.path("ad_title")), known.details);
    }

    private static What way(JsonNode referral) {
        return switch (text(referral.path("type"))) {
            case "LEAD_COMPLETE" -> What.ANSWERED_FORM;
            case "LEAD_INCOMPLETE" -> What.LEFT_FORM;
            case null, default -> source(referral);
        };
    }

    private static What source(JsonNode referral) {
        return switch (text(referral.path("source"))) {
            case "ADS" -> What.CAME_FROM_AD;
            case "SHORTLINK", "MESSENGER_CODE" -> What.CAME_FROM_LINK;
            case "CUSTOMER_CHAT_PLUGIN" -> What.CAME_FROM_WEBSITE;
            case null, default ->
                    referral.has("product")
                            ? What.CAME_FROM_SHOP
                            : referral.has("ad_id") ? What.CAME_FROM_AD : What.CAME_FROM_ELSEWHERE;
        };
    }

    static Act optin(JsonNode optin) {
        var stopped = "STOP_NOTIFICATIONS".equals(text(optin.path("notification_messages_status")));
        var details =
                new Known()
                        .add(Name.REF, optin.path("ref"))
                        .add(Name.FREQUENCY, optin.path("notification_messages_frequency"))
                        .add(Name.PAYLOAD, optin.path("payload"))
                        .details;
        return new Act(
                stopped ? What.OPTED_OUT : What.OPTED_IN, text(optin.path("title")), details);
    }

    static Act feedback(JsonNode feedback) {
        var known = new Known();
        for (var screen : feedback.path("feedback_screens")) {
            for (var question : screen.path("questions")) {
                known.add(score(text(question.path("type"))), question.path("payload"));
                known.add(Name.COMMENT, question.path("follow_up").path("payload"));
            }
        }
        return new Act(What.GAVE_FEEDBACK, null, known.details);
    }

    private static Name score(@Nullable String type) {
        return switch (type) {
            case "csat" -> Name.SATISFACTION;
            case "nps" -> Name.RECOMMENDATION;
            case "ces" -> Name.EFFORT;
            case "free_form" -> Name.COMMENT;
            case null, default -> Name.SCORE;
        };
    }

    static Act response(JsonNode feedback) {
        var bad = "Bad response".equals(text(feedback.path("feedback")));
        return new Act(bad ? What.DISLIKED_ANSWER : What.LIKED_ANSWER, null, List.of());
    }

    static Act order(JsonNode order) {
        var known = new Known();
        for (var product : order.path("products")) {
            known.item(product);
        }
        return new Act(What.ORDERED, null, known.add(Name.NOTE, order.path("note")).details);
    }

    static Act booked(JsonNode booking) {
        var details =
                new Known()
                        .add(Name.STATUS, booking.path("status"))
                        .time(Name.STARTS, WebhookItem.time(booking.path("start_time")))
                        .time(Name.ENDS, WebhookItem.time(booking.path("end_time")))
                        .add(Name.CODE, booking.path("booking_id"))
                        .details;
        return new Act(What.BOOKED, null, details);
    }

    static Act coupon(JsonNode template) {
        return of(What.REVEALED_COUPON, Name.CODE, template.path("coupon_code"));
    }

    static Act linking(JsonNode linking) {
        var undone = "unlinked".equals(text(linking.path("status")));
        return new Act(undone ? What.UNLINKED_ACCOUNT : What.LINKED_ACCOUNT, null, List.of());
    }

    static Act payment(JsonNode payment) {
        var amount = payment.path("amount");
        var total = TextFallback.amount(text(amount.path("amount")), text(amount.path("currency")));
        var known = new Known();
        if (total != null) {
            known.details.add(new Detail(Name.TOTAL, null, total));
        }
        return new Act(What.PAID, null, known.add(Name.PAYLOAD, payment.path("payload")).details);
    }

    static Act of(What what, Name name, JsonNode value) {
        return new Act(what, null, new Known().add(name, value).details);
    }

    /// Collects details, and skips missing values.
    private static final class Known {
        private final List<Detail> details = new ArrayList<>();

        Known add(Name name, JsonNode scalar) {
            var value = text(scalar);
            if (value != null && !value.isBlank()) {
                details.add(new Detail(name, null, value));
            }
            return this;
        }

        Known link(Name name, JsonNode scalar) {
            return SafeLinks.of(scalar) == null ? this : add(name, scalar);
        }

        Known time(Name name, @Nullable Instant at) {
            if (at != null) {
                details.add(new Detail(name, null, at.toString()));
            }
            return this;
        }

        void answer(@Nullable String question, @Nullable String answer) {
            details.add(new Detail(Name.ANSWER, question, Objects.requireNonNullElse(answer, "–")));
        }

        void item(JsonNode product) {
            var name =
                    TextFallback.firstNonBlank(
                            text(product.path("name")), text(product.path("id")));
            var quantity = text(product.path("quantity"));
            var price =
                    TextFallback.amount(
                            text(product.path("unit_price")), text(product.path("currency")));
            var line = TextFallback.joined(name, price);
            if (line != null) {
                details.add(
                        new Detail(
                                Name.ITEM,
                                null,
                                quantity == null ? line : quantity + " × " + line));
            }
        }
    }
}
