package dev.parley.simulator.webhook;

import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Attachment;
import dev.parley.simulator.world.Choice;
import dev.parley.simulator.world.Content;
import dev.parley.simulator.world.Message;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.Referral;
import dev.parley.simulator.world.Routing;
import dev.parley.simulator.world.WorldEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Creates the payloads of events in Meta's format.
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

    /// {@return the event as this app receives it}
    static AppEvent notice(WorldEvent happening, App app, boolean standby) {
        var changes = happening instanceof WorldEvent.Altered;
        return new AppEvent(
                app,
                happening.page(),
                happening.person(),
                field(happening),
                standby ? AppEvent.STANDBY : changes ? AppEvent.CHANGES : AppEvent.MESSAGING,
                changes ? change(happening) : item(happening, standby));
    }

    /// {@return whether apps on standby receive it too}
    static boolean isForStandby(WorldEvent happening) {
        return switch (happening) {
            case WorldEvent.Wrote _,
                    WorldEvent.Withdrew _,
                    WorldEvent.Pressed _,
                    WorldEvent.Echoed _,
                    WorldEvent.Delivered _,
                    WorldEvent.Looked _ ->
                    true;
            case WorldEvent.Reacted _,
                    WorldEvent.Edited _,
                    WorldEvent.Referred _,
                    WorldEvent.Signalled _,
                    WorldEvent.Handed _,
                    WorldEvent.Altered _ ->
                    false;
        };
    }

    /// {@return the field by which an app subscribes to such events}
    static String field(WorldEvent happening) {
        return switch (happening) {
            case WorldEvent.Wrote _, WorldEvent.Withdrew _ -> "messages";
            case WorldEvent.Echoed _ -> "message_echoes";
            case WorldEvent.Delivered _ -> "message_deliveries";
            case WorldEvent.Looked _ -> "message_reads";
            case WorldEvent.Reacted _ -> "message_reactions";
            case WorldEvent.Edited _ -> "message_edits";
            case WorldEvent.Pressed _ -> "messaging_postbacks";
            case WorldEvent.Referred _ -> "messaging_referrals";
            case WorldEvent.Signalled signalled -> signalled.signal().field();
            case WorldEvent.Handed _ -> "messaging_handovers";
            case WorldEvent.Altered altered -> altered.field();
        };
    }

    private static Map<String, Object> change(WorldEvent happening) {
        return new JsonFields()
                .with("field", field(happening))
                .with("value", event(happening))
                .map();
    }

    /// Apps on standby do not receive the payload of a button.
    private static Map<String, Object> item(WorldEvent happening, boolean standby) {
        var stripped = standby && happening instanceof WorldEvent.Pressed;
        var page = happening.page().id();
        var psid = happening.person().psid(happening.page());
        var echo = happening instanceof WorldEvent.Echoed;
        return new JsonFields()
                .with("sender", Map.of("id", echo ? page : psid))
                .with("recipient", Map.of("id", echo ? psid : page))
                .with("timestamp", happening.at())
                .with(key(happening), stripped ? Map.of() : event(happening))
                .map();
    }

    private static String key(WorldEvent happening) {
        return switch (happening) {
            case WorldEvent.Wrote _, WorldEvent.Withdrew _, WorldEvent.Echoed _ -> "message";
            case WorldEvent.Delivered _ -> "delivery";
            case WorldEvent.Looked _ -> "read";
            case WorldEvent.Reacted _ -> "reaction";
            case WorldEvent.Edited _ -> "message_edit";
            case WorldEvent.Pressed _ -> "postback";
            case WorldEvent.Referred _ -> "referral";
            case WorldEvent.Signalled signalled -> signalled.signal().key();
            case WorldEvent.Handed handed -> handed.what();
            case WorldEvent.Altered altered -> altered.field();
        };
    }

    private static Map<String, Object> event(WorldEvent happening) {
        return switch (happening) {
            case WorldEvent.Wrote wrote -> written(wrote);
            case WorldEvent.Echoed echoed -> echo(echoed.message());
            case WorldEvent.Withdrew withdrew ->
                    new JsonFields().with("mid", withdrew.mid()).with("is_deleted", true).map();
            case WorldEvent.Delivered delivered ->
                    new JsonFields()
                            .with("mids", delivered.mids())
                            .with("watermark", delivered.at())
                            .map();
            case WorldEvent.Looked looked -> Map.of("watermark", looked.watermark());
            case WorldEvent.Reacted reacted -> reaction(reacted);
            case WorldEvent.Edited edited -> edit(edited.message());
            case WorldEvent.Pressed pressed -> postback(pressed);
            case WorldEvent.Referred referred -> referral(referred.referral());
            case WorldEvent.Signalled signalled -> signalled.signal().value();
            case WorldEvent.Handed handed -> handover(handed);
            case WorldEvent.Altered altered -> altered.value();
        };
    }

    private static Map<String, Object> written(WorldEvent.Wrote wrote) {
        var message = wrote.message();
        var choice = message.content().quickReply();
        return said(new JsonFields().with("mid", message.mid()), message.content())
                .with("reply_to", original(message.content(), wrote.toSelf()))
                .with("quick_reply", choice == null ? null : Map.of("payload", choice.payload()))
                .with("referral", way(wrote.referral()))
                .map();
    }

    private static @Nullable Map<String, Object> original(Content content, boolean own) {
        return content.replyTo() == null
                ? null
                : new JsonFields().with("mid", content.replyTo()).with("is_self_reply", own).map();
    }

    private static Map<String, Object> echo(Message message) {
        var fields = new JsonFields().with("mid", message.mid()).with("is_echo", true);
        if (message.origin() instanceof Origin.Desk(var app, var metadata, _, _, _)) {
            fields.with("app_id", Long.parseLong(app)).with("metadata", metadata);
        } else {
            fields.with("app_id", Long.parseLong(Origin.MetaInbox.APP_ID));
        }
        return said(fields, message.content()).map();
    }

    private static JsonFields said(JsonFields fields, Content content) {
        var original = content.replyTo();
        var attachments = content.attachments().stream().map(Payloads::attachment).toList();
        return fields.with("text", content.text())
                .with("attachments", attachments.isEmpty() ? null : attachments)
                .with("reply_to", original == null ? null : Map.of("mid", original));
    }

    private static Map<String, Object> attachment(Attachment attachment) {
        return new JsonFields()
                .with("type", attachment.type())
                .with("payload", attachment.payload())
                .map();
    }

    private static Map<String, Object> reaction(WorldEvent.Reacted reacted) {
        var kind = reacted.reaction();
        if (kind == null) {
            return new JsonFields().with("action", "unreact").with("mid", reacted.mid()).map();
        }
        return new JsonFields()
                .with("reaction", EMOJI.containsKey(kind) ? kind : "other")
                .with("emoji", EMOJI.getOrDefault(kind, kind))
                .with("action", "react")
                .with("mid", reacted.mid())
                .map();
    }

    private static Map<String, Object> edit(Message message) {
        return new JsonFields()
                .with("mid", message.mid())
                .with("text", message.content().text())
                .with("num_edit", message.edits())
                .map();
    }

    private static Map<String, Object> postback(WorldEvent.Pressed pressed) {
        var button = pressed.message().content().postback();
        return new JsonFields()
                .with("mid", pressed.message().mid())
                .with("title", title(button))
                .with("payload", button == null ? null : button.payload())
                .with("referral", way(pressed.referral()))
                .map();
    }

    /// The previous owner is null if there was none.
    private static Map<String, Object> handover(WorldEvent.Handed handed) {
        if (handed.what().equals(Routing.REQUESTED)) {
            return new JsonFields()
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
        return new JsonFields()
                .with("ref", referral.ref())
                .with("ad_id", ad == null ? null : ad.id())
                .with("source", referral.source())
                .with("type", referral.type())
                .with("ads_context_data", ad == null ? null : context(ad))
                .map();
    }

    private static Map<String, Object> context(Referral.Ad ad) {
        return new JsonFields().with("ad_title", ad.title()).with("photo_url", ad.photo()).map();
    }
}
