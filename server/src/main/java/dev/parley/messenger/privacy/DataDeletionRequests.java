package dev.parley.messenger.privacy;

import dev.parley.channel.Address;
import dev.parley.conversation.PersonErasure;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.privacy.PrivacyRequest.State;
import dev.parley.messenger.privacy.PrivacyRequests.Erased;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Settles requests that are left to an administrator, because Meta did not return who the person
/// is.
@Component
public class DataDeletionRequests {
    private final PrivacyRequests requests;
    private final PersonErasure personErasure;
    private final Audit audit;

    DataDeletionRequests(PrivacyRequests requests, PersonErasure personErasure, Audit audit) {
        this.requests = requests;
        this.personErasure = personErasure;
        this.audit = audit;
    }

    /// Erases a person whose page-scoped id an administrator has found out.
    ///
    /// @param person the page-scoped id
    /// @return how many messages were erased
    @Transactional
    public int erase(UUID id, String page, String person, UserId by) {
        var messages = personErasure.erase(new Address(FacebookChannel.KIND, page, person));
        requests.byId(id)
                .ifPresent(request -> settle(request, State.ERASED, new Erased(1, messages), by));
        return messages;
    }

    /// Closes a request after an administrator found that nothing is stored about the person.
    @Transactional
    public void close(UUID id, UserId by) {
        requests.byId(id).ifPresent(request -> settle(request, State.NO_DATA, Erased.NOTHING, by));
    }

    private void settle(PrivacyRequest request, State state, Erased erased, UserId by) {
        if (requests.settle(request, state, request.detail(), erased, by)) {
            audit.record(
                    by,
                    "privacyRequest.settled",
                    "privacyRequest/" + request.id(),
                    Map.of("state", request.state().name()),
                    Map.of("state", state.name(), "messages", erased.messages()));
        }
    }
}
