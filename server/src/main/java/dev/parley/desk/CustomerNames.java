package dev.parley.desk;

import dev.parley.customer.Customer;
import dev.parley.customer.CustomerId;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import org.jspecify.annotations.Nullable;

/// The names and pictures of customers for display. A name that no channel gave is never invented.
final class CustomerNames {
    private CustomerNames() {}

    static String name(DeskTexts w, @Nullable String name, long visitor) {
        return name == null ? w.text("visitor", String.valueOf(visitor)) : name;
    }

    /// {@return the name on record, if the customer is linked to a person}
    static String name(DeskTexts w, Opened opened) {
        return name(w, opened.customerName(), opened.customer().visitor());
    }

    static @Nullable String picture(Customer customer) {
        return customer.hasPicture() ? picture(customer.id()) : null;
    }

    static String picture(CustomerId customer) {
        return "/desk/customers/" + customer.value() + "/picture";
    }
}
