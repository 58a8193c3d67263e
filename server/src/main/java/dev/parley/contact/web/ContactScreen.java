package dev.parley.contact.web;

import dev.parley.admin.kit.UserNames;
import dev.parley.channel.Address;
import dev.parley.channel.Channels;
import dev.parley.channel.Endpoint;
import dev.parley.contact.Contact;
import dev.parley.contact.ContactConversations;
import dev.parley.contact.ContactInput;
import dev.parley.contact.ContactKind;
import dev.parley.contact.ContactLinks;
import dev.parley.contact.ContactRights;
import dev.parley.contact.Contacts;
import dev.parley.contact.web.ContactView.Person;
import dev.parley.contact.web.ContactView.Profile;
import dev.parley.contact.web.ContactView.Talk;
import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation;
import dev.parley.customer.Customer;
import dev.parley.customer.CustomerId;
import dev.parley.customer.Customers;
import dev.parley.identity.SignedIn;
import dev.parley.platform.language.Keys;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Renders the page of a contact, and its form, which several requests return to.
@Component
class ContactScreen {
    private static final int MOST = 50;

    private final Templates templates;
    private final Contacts contacts;
    private final ContactLinks links;
    private final Customers customers;
    private final ContactConversations conversations;
    private final Access access;
    private final Channels channels;
    private final MergedContacts merged;
    private final UserNames names;
    private final FieldForms fieldForms;

    ContactScreen(
            Templates templates,
            Contacts contacts,
            ContactLinks links,
            Customers customers,
            ContactConversations conversations,
            Access access,
            Channels channels,
            MergedContacts merged,
            UserNames names,
            FieldForms fieldForms) {
        this.templates = templates;
        this.contacts = contacts;
        this.links = links;
        this.customers = customers;
        this.conversations = conversations;
        this.access = access;
        this.channels = channels;
        this.merged = merged;
        this.names = names;
        this.fieldForms = fieldForms;
    }

    /// @param notice what was done; empty for nothing
    /// @param warning what was not done, and why; empty for nothing
    JteModel show(PageFrame frame, SignedIn me, Contact contact, String notice, String warning) {
        var linked = links.customersOf(contact.id(), MOST);
        var talks =
                conversations.of(contact.id(), linked, 2 * MOST).stream()
                        .filter(one -> Access.mayRead(one, me))
                        .limit(MOST)
                        .toList();
        var addresses = customers.addressesOf(linked);
        var endpoints = endpoints(addresses, talks);
        var view =
                new ContactView(
                        contact,
                        ContactForms.name(frame, contact),
                        fieldForms.facts(frame.t(), contact),
                        people(frame, contact),
                        profiles(frame, me, linked, addresses, endpoints),
                        talks.stream().map(one -> talk(one, endpoints)).toList(),
                        names.made(
                                frame,
                                contact.createdAt(),
                                contact.createdBy(),
                                contact.changedAt(),
                                contact.changedBy()),
                        merged.duplicates(frame, contact),
                        merged.last(frame, contact),
                        ContactRights.mayManage(me),
                        notice,
                        warning);
        return templates.contactContact(frame, view);
    }

    JteModel showNew(PageFrame frame, ContactInput form, Problems problems) {
        var view =
                new ContactFormView(
                        true,
                        frame.text("contact.new." + form.kind().word()),
                        "/customers/new?kind=" + form.kind().word(),
                        "/customers",
                        form,
                        fieldForms.inputs(frame.t(), form),
                        0,
                        "",
                        problems);
        return templates.contactForm(frame, view);
    }

    /// @param revision that the input is based on
    /// @param conversation the id of the conversation to return to; empty for none
    JteModel showForm(
            PageFrame frame,
            Contact contact,
            int revision,
            ContactInput form,
            String conversation,
            Problems problems) {
        var address = "/customers/" + contact.id();
        var view =
                new ContactFormView(
                        false,
                        ContactForms.name(frame, contact),
                        address + "/edit",
                        conversation.isEmpty() ? address : conversationAddress(conversation),
                        form,
                        fieldForms.inputs(frame.t(), form),
                        revision,
                        conversation,
                        problems);
        return templates.contactForm(frame, view);
    }

    static String conversationAddress(String id) {
        return "/desk/conversations/" + id;
    }

    private List<Person> people(PageFrame frame, Contact contact) {
        return contact.kind() == ContactKind.PERSON
                ? List.of()
                : contacts.peopleOf(contact.id(), MOST).stream()
                        .map(one -> new Person(one.id().value(), ContactForms.name(frame, one)))
                        .toList();
    }

    private List<Profile> profiles(
            PageFrame frame,
            SignedIn me,
            List<CustomerId> linked,
            Map<CustomerId, Address> addresses,
            Map<Endpoint, String> endpoints) {
        var known = customers.byIds(linked);
        return linked.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(customer -> {
                    var address = addresses.get(customer.id());
                    return new Profile(
                            customer.id().value(),
                            access.mayKnow(customer.id(), me) ? name(frame, customer) : null,
                            address == null ? "" : endpoints.getOrDefault(address.at(), ""));
                })
                .toList();
    }

    private static String name(PageFrame frame, Customer customer) {
        var name = customer.name();
        return name == null ? frame.text("desk.visitor", String.valueOf(customer.visitor())) : name;
    }

    private Map<Endpoint, String> endpoints(
            Map<CustomerId, Address> addresses, List<Conversation> talks) {
        var asked =
                Stream.concat(
                                addresses.values().stream().map(Address::at),
                                talks.stream().map(one -> one.details().address().at()))
                        .distinct()
                        .toList();
        var known = channels.namesOf(asked);
        return asked.stream()
                .collect(
                        Collectors.toMap(
                                one -> one,
                                one -> {
                                    var name = known.get(one);
                                    return name == null ? one.id() : name.name();
                                }));
    }

    private static Talk talk(Conversation one, Map<Endpoint, String> endpoints) {
        return new Talk(
                one.id().value(),
                one.details().number(),
                endpoints.getOrDefault(one.details().address().at(), ""),
                Keys.word(one.state().name()),
                one.details().openedAt());
    }
}
