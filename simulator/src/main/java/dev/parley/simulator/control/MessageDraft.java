package dev.parley.simulator.control;

import static java.util.Objects.requireNonNullElse;

import dev.parley.simulator.world.Attachment;
import dev.parley.simulator.world.Choice;
import dev.parley.simulator.world.Content;
import dev.parley.simulator.world.Referral;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Creates the content of a person's message from a request.
final class MessageDraft {
    private static final String LIKE = "369239263222822";

    private static final String DEFAULT_AD = "6045246247433";

    private MessageDraft() {}

    static Content of(ControlRequests.Write write) {
        var choice = choice(write.quickReply());
        var text = choice == null ? write.text() : choice.title();
        var content =
                new Content(text, attachments(write), List.of(), choice, null, write.replyTo());
        if (content.isEmpty()) {
            throw ControlLookup.bad("A message needs text, attachments, a sticker or a location");
        }
        return content;
    }

    static Referral referral(ControlRequests.ReferralRequest referral) {
        var ad = referral.ad();
        return new Referral(
                requireNonNullElse(referral.ref(), ""),
                requireNonNullElse(referral.source(), ad == null ? "SHORTLINK" : "ADS"),
                requireNonNullElse(referral.type(), "OPEN_THREAD"),
                ad == null ? null : ad(ad),
                referral.product());
    }

    private static Referral.Ad ad(ControlRequests.Ad ad) {
        var id = requireNonNullElse(ad.id(), DEFAULT_AD);
        return new Referral.Ad(id, ControlLookup.required("title", ad.title()), ad.photo());
    }

    static @Nullable Choice choice(ControlRequests.@Nullable Button button) {
        if (button == null) {
            return null;
        }
        var title = ControlLookup.required("title", button.title());
        return new Choice(title, requireNonNullElse(button.payload(), title));
    }

    private static List<Attachment> attachments(ControlRequests.Write write) {
        var all = new ArrayList<Attachment>();
        ControlLookup.list("attachments", write.attachments())
                .forEach(one -> all.add(attachment(one)));
        if (write.sticker() != null) {
            all.add(sticker(write.sticker()));
        }
        if (write.location() != null) {
            all.add(Attachment.location(write.location().lat(), write.location().longitude()));
        }
        return all;
    }

    private static Attachment attachment(ControlRequests.AttachmentRequest one) {
        var type = ControlLookup.required("type", one.type());
        return one.payload() == null
                ? Attachment.media(type, ControlLookup.required("url", one.url()), one.name())
                : new Attachment(type, one.name(), one.payload());
    }

    private static Attachment sticker(String name) {
        var id = name.equals("like") ? LIKE : name;
        if (!id.matches("\\d{1,18}")) {
            throw ControlLookup.bad("`sticker` must be a number, or `like`");
        }
        return Attachment.sticker(id, OwnUrls.sticker(id));
    }
}
