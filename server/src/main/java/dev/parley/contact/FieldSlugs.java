package dev.parley.contact;

import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.ContactFields;
import dev.parley.contact.field.FieldTexts;
import dev.parley.conversation.Conversation;
import dev.parley.engagement.CustomerSlugs;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The fields of contacts and companies as slugs: the values of the one that a conversation is
/// with.
@Component
class FieldSlugs implements CustomerSlugs {
    private final ConversationContacts contacts;
    private final ContactFields fields;
    private final Languages languages;

    FieldSlugs(ConversationContacts contacts, ContactFields fields, Languages languages) {
        this.contacts = contacts;
        this.fields = fields;
        this.languages = languages;
    }

    @Override
    public List<String> names() {
        return fields.all().stream().map(ContactField::key).distinct().map(PREFIX::concat).toList();
    }

    @Override
    public Map<String, String> valuesOf(Conversation conversation, Language language) {
        return contacts.of(conversation)
                .map(with -> values(with.contact(), language))
                .orElse(Map.of());
    }

    private Map<String, String> values(Contact contact, Language language) {
        // No value is a time of day.
        var texts = languages.texts(language, ZoneOffset.UTC);
        var values = new HashMap<String, String>();
        for (var field : fields.of(contact.kind())) {
            var value = contact.fields().of(field.key());
            values.put(field.key(), FieldTexts.shown(texts, field, value));
        }
        return values;
    }
}
