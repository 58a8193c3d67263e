package dev.parley.simulator.webhook;

import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Attachment;
import dev.parley.simulator.world.Choice;
import dev.parley.simulator.world.Content;
import dev.parley.simulator.world.Happening;
import dev.parley.simulator.world.Message;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.Referral;
import dev.parley.simulator.world.Routing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts into Meta's words what happened.
final class Payloads {
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

    /// The keys of an item that are not the event itself.
    static final Set<String> HEAD = Set.of("sender", "recipient", "timestamp", "field");

    private Payloads() {}

    /// {@return the event as this app is told of it}
    static Notice notice(Happening happening, App app, boolean standby) {
        var changes = happening instanceof Happening.Altered;
        return new Notice(
                app,
                happening.page(),
                happening.person(),
                field(happening),
                standby ? Notice.STANDBY : changes ? Notice.CHANGES : Notice.MESSAGING,
                changes ? change(happening) : item(happening, standby));
    }

    /// {@return whether apps that do not hold the thread are told of it too}
    static boolean isForStandby(Happening happening) {
        return switch (happening) {
            case Happening.Wrote _,
                    Happening.Withdrew _,
                    Happening.Pressed _,
                    Happening.Echoed _,
                    Happening.Delivered _,
                    Happening.Looked _ ->
                    true;
            case Happening.Reacted _,
                    Happening.Edited _,
                    Happening.Referred _,
                    Happening.Signalled _,
                    Happening.Handed _,
                    Happening.Altered _ ->
                    false;
        };
    }

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
            case Happening.Handed _ -> "messaging_handovers";
            case Happening.Altered altered -> altered.field();
        };
    }

    private static Map<String, Object> change(Happening happening) {
        return new Fields().with("field", field(happening)).with("value", event(happening)).map();
    }

    /// Apps on standby do not get to know what a button stands for.
    private static Map<String, Object> item(Happening happening, boolean standby) {
        var stripped = standby && happening instanceof Happening.Pressed;
        var page = happening.page().id();
        var psid = happening.person().psid(happening.page());
        var echo = happening instanceof Happening.Echoed;
        return new Fields()
                .with("sender", Map.of("id", echo ? page : psid))
                .with("recipient", Map.of("id", echo ? psid : page))
                .with("timestamp", happening.at())
                .with(key(happening), stripped ? Map.of() : event(happening))
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
            case Happening.Handed handed -> handed.what();
            case Happening.Altered altered -> altered.field();
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
            case Happening.Handed handed -> handover(handed);
            case Happening.Altered altered -> altered.value();
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
        if (message.origin() instanceof Origin.Desk(var app, var metadata, _, _, _)) {
            fields.with("app_id", Long.parseLong(app)).with("metadata", metadata);
        } else {
            fields.with("app_id", Long.parseLong(Origin.MetaInbox.APP_ID));
        }
        return said(fields, message.content()).map();
    }

    private static Fields said(Fields fields, Content content) {
        var original = content.replyTo();
        var attachments = content.attachments().stream().map(Payloads::attachment).toList();
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

    /// A former owner is told as null where there was none.
    private static Map<String, Object> handover(Happening.Handed handed) {
        if (handed.what().equals(Routing.REQUESTED)) {
            return new Fields()
                    .with("requested_owner_app_id", handed.owner())
                    .with("metadata", handed.note())
                    .map();
        }
        var map = new LinkedHashMap<String, Object>();
        map.put("previous_owner_app_id", handed.previousOwner());
        map.put("new_owner_app_id", handed.owner());
        map.put("metadata", handed.note());
        return map;
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
}
