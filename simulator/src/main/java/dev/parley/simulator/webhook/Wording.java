package dev.parley.simulator.webhook;

import dev.parley.simulator.world.Attachment;
import dev.parley.simulator.world.Choice;
import dev.parley.simulator.world.Content;
import dev.parley.simulator.world.Happening;
import dev.parley.simulator.world.Message;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.Referral;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts into Meta's words what happened.
final class Wording {
    private static final Map<String, String> EMOJI =
            Map.of(
                    "smile", "\ud83d\ude06",
                    "angry", "\ud83d\ude20",
                    "sad", "\ud83d\ude22",
                    "wow", "\ud83d\ude2e",
                    "love", "\u2764\ufe0f",
                    "like", "\ud83d\udc4d",
                    "dislike", "\ud83d\udc4e",
                    "other", "\ud83c\udf1f");

    private Wording() {}

    /// {@return the field by which an app subscribes to such events}
    static String field(Happening happening) {
        return switch (happening) {
            case Happening.Wrote _, Happening.Withdrew _ -> "messages";
            case Happening.Echoed _ -> "message_echoes";
            case Happening.Delivered _ -> "message_deliveries";
            case Happening.Looked _ -> "message_reads";
            case Happening.Reacted _ -> "message_reactions";
            case Happening.Edited _ -> "message_edits";
            case Happening.Pressed _ -> "messaging_postbacks";
            case Happening.Referred _ -> "messaging_referrals";
            case Happening.Signalled signalled -> signalled.signal().field();
        };
    }

    /// {@return the whole body, as one entry with one event}
    static Map<String, Object> body(Happening happening, long now) {
        var entry =
                new Fields()
                        .with("id", happening.page().id())
                        .with("time", now)
                        .with("messaging", List.of(item(happening)))
                        .map();
        return new Fields().with("object", "page").with("entry", List.of(entry)).map();
    }

    private static Map<String, Object> item(Happening happening) {
        var page = happening.page().id();
        var psid = happening.person().psid(happening.page());
        var echo = happening instanceof Happening.Echoed;
        return new Fields()
                .with("sender", Map.of("id", echo ? page : psid))
                .with("recipient", Map.of("id", echo ? psid : page))
                .with("timestamp", happening.at())
                .with(key(happening), event(happening))
                .map();
    }

    private static String key(Happening happening) {
        return switch (happening) {
            case Happening.Wrote _, Happening.Withdrew _, Happening.Echoed _ -> "message";
            case Happening.Delivered _ -> "delivery";
            case Happening.Looked _ -> "read";
            case Happening.Reacted _ -> "reaction";
            case Happening.Edited _ -> "message_edit";
            case Happening.Pressed _ -> "postback";
            case Happening.Referred _ -> "referral";
            case Happening.Signalled signalled -> signalled.signal().key();
        };
    }

    private static Map<String, Object> event(Happening happening) {
        return switch (happening) {
            case Happening.Wrote wrote -> written(wrote);
            case Happening.Echoed echoed -> echo(echoed.message());
            case Happening.Withdrew withdrew ->
                    new Fields().with("mid", withdrew.mid()).with("is_deleted", true).map();
            case Happening.Delivered delivered ->
                    new Fields()
                            .with("mids", delivered.mids())
                            .with("watermark", delivered.at())
                            .map();
            case Happening.Looked looked -> Map.of("watermark", looked.watermark());
            case Happening.Reacted reacted -> reaction(reacted);
            case Happening.Edited edited -> edit(edited.message());
            case Happening.Pressed pressed -> postback(pressed);
            case Happening.Referred referred -> referral(referred.referral());
            case Happening.Signalled signalled -> signalled.signal().value();
        };
    }

    private static Map<String, Object> written(Happening.Wrote wrote) {
        var message = wrote.message();
        var choice = message.content().quickReply();
        return said(new Fields().with("mid", message.mid()), message.content())
                .with("reply_to", original(message.content(), wrote.toSelf()))
                .with("quick_reply", choice == null ? null : Map.of("payload", choice.payload()))
                .with("referral", way(wrote.referral()))
                .map();
    }

    private static @Nullable Map<String, Object> original(Content content, boolean own) {
        return content.replyTo() == null
                ? null
                : new Fields().with("mid", content.replyTo()).with("is_self_reply", own).map();
    }

    private static Map<String, Object> echo(Message message) {
        var fields = new Fields().with("mid", message.mid()).with("is_echo", true);
        if (message.origin() instanceof Origin.Desk(var app, var metadata, _, _)) {
            fields.with("app_id", Long.parseLong(app)).with("metadata", metadata);
        } else {
            fields.with("app_id", Long.parseLong(Origin.MetaInbox.APP_ID));
        }
        return said(fields, message.content()).map();
    }

    private static Fields said(Fields fields, Content content) {
        var original = content.replyTo();
        var attachments = content.attachments().stream().map(Wording::attachment).toList();
        return fields.with("text", content.text())
                .with("attachments", attachments.isEmpty() ? null : attachments)
                .with("reply_to", original == null ? null : Map.of("mid", original));
    }

    private static Map<String, Object> attachment(Attachment attachment) {
        return new Fields()
                .with("type", attachment.type())
                .with("payload", attachment.payload())
                .map();
    }

    private static Map<String, Object> reaction(Happening.Reacted reacted) {
        var kind = reacted.reaction();
        if (kind == null) {
            return new Fields().with("action", "unreact").with("mid", reacted.mid()).map();
        }
        return new Fields()
                .with("reaction", EMOJI.containsKey(kind) ? kind : "other")
                .with("emoji", EMOJI.getOrDefault(kind, kind))
                .with("action", "react")
                .with("mid", reacted.mid())
                .map();
    }

    private static Map<String, Object> edit(Message message) {
        return new Fields()
                .with("mid", message.mid())
                .with("text", message.content().text())
                .with("num_edit", message.edits())
                .map();
    }

    private static Map<String, Object> postback(Happening.Pressed pressed) {
        var button = pressed.message().content().postback();
        return new Fields()
                .with("mid", pressed.message().mid())
                .with("title", title(button))
                .with("payload", button == null ? null : button.payload())
                .with("referral", way(pressed.referral()))
                .map();
    }

    private static @Nullable String title(@Nullable Choice button) {
        return button == null ? null : button.title();
    }

    private static @Nullable Map<String, Object> way(@Nullable Referral referral) {
        return referral == null ? null : referral(referral);
    }

    private static Map<String, Object> referral(Referral referral) {
        return referral.product() == null
                ? arrival(referral)
                : Map.of("product", Map.of("id", referral.product()));
    }

    private static Map<String, Object> arrival(Referral referral) {
        var ad = referral.ad();
        return new Fields()
                .with("ref", referral.ref())
                .with("ad_id", ad == null ? null : ad.id())
                .with("source", referral.source())
                .with("type", referral.type())
                .with("ads_context_data", ad == null ? null : context(ad))
                .map();
    }

    private static Map<String, Object> context(Referral.Ad ad) {
        return new Fields().with("ad_title", ad.title()).with("photo_url", ad.photo()).map();
    }

    /// A JSON object in the making, without the keys that have no value.
    private static final class Fields {
        private final Map<String, Object> map = new LinkedHashMap<>();

        Fields with(String key, @Nullable Object value) {
            if (value != null) {
                map.put(key, value);
            }
            return this;
        }

        Map<String, Object> map() {
            return map;
        }
    }
}
