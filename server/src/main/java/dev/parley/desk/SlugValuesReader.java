package dev.parley.desk;

import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.engagement.CustomerSlugs;
import dev.parley.engagement.SlugValues;
import dev.parley.workstream.Workstreams;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Reads the values of slugs in an open conversation, in the language of its customers.
@Component
class SlugValuesReader {
    private final Workstreams workstreams;
    private final CustomerSlugs slugs;

    SlugValuesReader(Workstreams workstreams, CustomerSlugs slugs) {
        this.workstreams = workstreams;
        this.slugs = slugs;
    }

    SlugValues of(Opened opened) {
        var details = opened.conversation().details();
        return new SlugValues(
                opened.customerName(),
                opened.me().name(),
                Long.toString(details.number()),
                SingletonSupplier.of(() -> {
                    var handling = workstreams.handlingOf(details.address().at());
                    return slugs.valuesOf(opened.conversation(), handling.settings().language());
                }));
    }
}
