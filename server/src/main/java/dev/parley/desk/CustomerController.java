package dev.parley.desk;

import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The customer of an open conversation, as a region that reloads itself.
@Controller
class CustomerController {
    private final Templates templates;
    private final ConversationAccess access;
    private final CustomerReader customer;
    private final Clock clock;

    CustomerController(
            Templates templates, ConversationAccess access, CustomerReader customer, Clock clock) {
        this.templates = templates;
        this.access = access;
        this.customer = customer;
        this.clock = clock;
    }

    @GetMapping("/desk/conversations/{id}/customer")
    JteModel customer(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var w = DeskTexts.of(frame, clock.instant());
        return templates.deskCustomer(w, customer.read(w, access.open(id, me)));
    }
}
