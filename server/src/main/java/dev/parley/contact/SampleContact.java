package dev.parley.contact;

import dev.parley.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contact or company that was made up for the demo. It has the tag [#TAG].
///
/// @param company of the same set; null for none
/// @param nameOf the customer whose name in the channel it has; null for a company
/// @param createdAt when it was created and linked
/// @param customers who are linked to it
public record SampleContact(
        ContactId id,
        ContactDraft draft,
        @Nullable ContactId company,
        @Nullable CustomerId nameOf,
        Instant createdAt,
        List<CustomerId> customers) {
    public static final String TAG = "sample";

    public SampleContact {
        customers = List.copyOf(customers);
    }
}
