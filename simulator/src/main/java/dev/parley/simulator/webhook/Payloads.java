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
    static AppEvent appEvent(WorldEvent event, App app, boolean standby) {
        var changes = event instanceof WorldEvent.PageChanged;
        return new AppEvent(
                app,
                event.page(),
                event.person(),
                field(event),
                standby ? AppEvent.STANDBY : changes ? AppEvent.CHANGES : AppEvent.MESSAGING,
                changes ? change(event) : item(event, standby));
    }

    /// {@return whether apps on standby receive it too}
    static boolean isForStandby(WorldEvent event) {
        return switch (event) {
            case WorldEvent.Wrote _,
                    WorldEvent.Unsent _,
                    WorldEvent.Pressed _,
                    WorldEvent.Echoed _,
                    WorldEvent.Delivered _,
                    WorldEvent.Read _ ->
                    true;
            case WorldEvent.Reacted _,
                    WorldEvent.Edited _,
                    WorldEvent.Referred _,
                    WorldEvent.Signalled _,
                    WorldEvent.ControlChanged _,
                    WorldEvent.PageChanged _ ->
                    false;
        };
    }

    /// {@return the field by which an app subscribes to such events}
    static String field(WorldEvent event) {
        return switch (event) {
            case WorldEvent.Wrote _, WorldEvent.Unsent _ -> "messages";
            case WorldEvent.Echoed _ -> "message_echoes";
            case WorldEvent.Delivered _ -> "message_deliveries";
            case WorldEvent.Read _ -> "message_reads";
            case WorldEvent.Reacted _ -> "message_reactions";
            case WorldEvent.Edited _ -> "message_edits";
            case WorldEvent.Pressed _ -> "messaging_postbacks";
            case WorldEvent.Referred _ -> "messaging_referrals";
            case WorldEvent.Signalled signalled -> signalled.signal().field();
            case WorldEvent.ControlChanged _ -> "messaging_handovers";
            case WorldEvent.PageChanged change -> change.field();
        };
    }

    private static Map<String, Object> change(WorldEvent event) {
        return new JsonFields().with("field", field(event)).with("value", value(event)).map();
    }

    /// Apps on standby do not receive the payload of a button.
    private static Map<String, Object> item(WorldEvent event, boolean standby) {
        var stripped = standby && event instanceof WorldEvent.Pressed;
        var page = event.page().id();
        var psid = event.person().psid(event.page());
        var echo = event instanceof WorldEvent.Echoed;
        return new JsonFields()
                .with("sender", Map.of("id", echo ? page : psid))
                .with("recipient", Map.of("id", echo ? psid : page))
                .with("timestamp", event.at())
                .with(key(event), stripped ? Map.of() : value(event))
                .map();
    }

    private static String key(WorldEvent event) {
        return switch (event) {
            case WorldEvent.Wrote _, WorldEvent.Unsent _, WorldEvent.Echoed _ -> "message";
            case WorldEvent.Delivered _ -> "delivery";
            case WorldEvent.Read _ -> "read";
            case WorldEvent.Reacted _ -> "reaction";
            case WorldEvent.Edited _ -> "message_edit";
            case WorldEvent.Pressed _ -> "postback";
            case WorldEvent.Referred _ -> "referral";
            case WorldEvent.Signalled signalled -> signalled.signal().key();
            case WorldEvent.ControlChanged change -> change.what();
            case WorldEvent.PageChanged change -> change.field();
        };
    }

    private static Map<String, Object> value(WorldEvent event) {
        return switch (event) {
            case WorldEvent.Wrote wrote -> written(wrote);
            case WorldEvent.Echoed echoed -> echo(echoed.message());
            case WorldEvent.Unsent unsent ->
                    new JsonFields().with("mid", unsent.mid()).with("is_deleted", true).map();
            case WorldEvent.Delivered delivered ->
                    new JsonFields()
                            .with("mids", delivered.mids())
                            .with("watermark", delivered.at())
                            .map();
            case WorldEvent.Read read -> Map.of("watermark", read.watermark());
            case WorldEvent.Reacted reacted -> reaction(reacted);
            case WorldEvent.Edited edited -> edit(edited.message());
            case WorldEvent.Pressed pressed -> postback(pressed);
            case WorldEvent.Referred referred -> referral(referred.referral());
            case WorldEvent.Signalled signalled -> signalled.signal().value();
            case WorldEvent.ControlChanged change -> handover(change);
            case WorldEvent.PageChanged change -> change.value();
        };
    }

    private static Map<String, Object> written(WorldEvent.Wrote wrote) {
        var message = wrote.message();
        var choice = message.content().quickReply();
        return withContent(new JsonFields().with("mid", message.mid()), message.content())
                .with("reply_to", original(message.content(), wrote.toSelf()))
                .with("quick_reply", choice == null ? null : Map.of("payload", choice.payload()))
                .with("referral", optionalReferral(wrote.referral()))
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
        return withContent(fields, message.content()).map();
    }

    private static JsonFields withContent(JsonFields fields, Content content) {
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
                .with("referral", optionalReferral(pressed.referral()))
                .map();
    }

    /// The previous owner is null if there was none.
    private static Map<String, Object> handover(WorldEvent.ControlChanged change) {
        if (change.what().equals(Routing.REQUESTED)) {
            return new JsonFields()
                    .with("requested_owner_app_id", change.owner())
                    .with("metadata", change.note())
                    .map();
        }
        var map = new LinkedHashMap<String, Object>();
        map.put("previous_owner_app_id", change.previousOwner());
        map.put("new_owner_app_id", change.owner());
        map.put("metadata", change.note());
        return map;
    }

    private static @Nullable String title(@Nullable Choice button) {
        return button == null ? null : button.title();
    }

    private static @Nullable Map<String, Object> optionalReferral(@Nullable Referral referral) {
        return referral == null ? null : referral(referral);
    }

    private static Map<String, Object> referral(Referral referral) {
        return referral.product() == null
                ? sourceReferral(referral)
                : Map.of("product", Map.of("id", referral.product()));
    }

    private static Map<String, Object> sourceReferral(Referral referral) {
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
