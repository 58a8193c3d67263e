package dev.parley.admin.view;

import dev.parley.platform.web.FormInput;
import dev.parley.workstream.notification.DesktopNotification;
import dev.parley.workstream.notification.LabelTexts;
import dev.parley.workstream.notification.NotificationContent;
import dev.parley.workstream.notification.NotificationField;
import dev.parley.workstream.notification.NotificationOccasion;
import dev.parley.workstream.notification.NotificationTemplate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The form of a notification template, as typed.
///
/// @param countdown in seconds
/// @param fields the chosen ones; an empty place is left out
/// @param revision of the template when the form was opened; 0 for a new one
public record NotificationTemplateForm(
        NotificationOccasion occasion,
        String name,
        String countdown,
        List<NotificationField> fields,
        LabelTexts accept,
        LabelTexts decline,
        Rules rules,
        int revision) {
    public NotificationTemplateForm {
        fields = List.copyOf(fields);
    }

    /// The choices that cannot be typed wrong.
    public record Rules(
            boolean mayDecline, boolean autoAssign, DesktopNotification desktop, boolean sound) {}

    /// {@return the form of a new template}
    public static NotificationTemplateForm empty() {
        return of(NotificationOccasion.KNOWN_CUSTOMER, "", NotificationContent.USUAL, 0);
    }

    /// {@return the initial form}
    public static NotificationTemplateForm of(NotificationTemplate template) {
        return of(template.occasion(), template.name(), template.content(), template.revision());
    }

    private static NotificationTemplateForm of(
            NotificationOccasion occasion, String name, NotificationContent content, int revision) {
        return new NotificationTemplateForm(
                occasion,
                name,
                Long.toString(content.countdown().toSeconds()),
                content.fields(),
                content.accept(),
                content.decline(),
                new Rules(
                        content.mayDecline(),
                        content.autoAssign(),
                        content.desktop(),
                        content.sound()),
                revision);
    }

    /// {@return the submitted form}
    public static NotificationTemplateForm typed(FormInput typed) {
        return new NotificationTemplateForm(
                typed.one("occasion", NotificationOccasion.class)
                        .orElse(NotificationOccasion.KNOWN_CUSTOMER),
                typed.text("name"),
                typed.text("countdown"),
                fields(typed),
                new LabelTexts(typed.text("acceptEnglish"), typed.text("acceptChinese")),
                new LabelTexts(typed.text("declineEnglish"), typed.text("declineChinese")),
                new Rules(
                        typed.flag("mayDecline"),
                        typed.flag("autoAssign"),
                        typed.one("desktop", DesktopNotification.class)
                                .orElse(DesktopNotification.NEVER),
                        typed.flag("sound")),
                typed.number("revision"));
    }

    private static List<NotificationField> fields(FormInput typed) {
        return typed.all("fields").stream()
                .limit(NotificationContent.MOST_FIELDS)
                .flatMap(word -> named(word).stream())
                .toList();
    }

    private static Optional<NotificationField> named(String word) {
        return Arrays.stream(NotificationField.values())
                .filter(one -> one.name().equals(word))
                .findFirst();
    }

    /// {@return the field in this place, counted from 0; empty for none}
    public Optional<NotificationField> field(int place) {
        return place < fields.size() ? Optional.of(fields.get(place)) : Optional.empty();
    }

    /// {@return the same form, to overwrite a concurrent change}
    public NotificationTemplateForm over(int otherRevision) {
        return new NotificationTemplateForm(
                occasion, name, countdown, fields, accept, decline, rules, otherRevision);
    }

    /// {@return the values to save, if the form is valid}
    public NotificationContent content() {
        return new NotificationContent(
                Duration.ofSeconds(Integer.parseInt(countdown)),
                fields,
                accept,
                decline,
                rules.mayDecline,
                rules.desktop,
                rules.sound,
                rules.autoAssign && occasion.isOffer());
    }
}
