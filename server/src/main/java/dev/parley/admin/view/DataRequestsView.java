package dev.parley.admin.view;

import dev.parley.messenger.privacy.PrivacyRequest;
import dev.parley.messenger.setup.FacebookPage;
import java.util.List;
import java.util.Map;

/// The requests of people who want to be forgotten.
///
/// @param pages that an account has now, by the account's id
/// @param notice in words; empty for none
public record DataRequestsView(
        List<PrivacyRequest> requests,
        Map<String, List<FacebookPage>> pages,
        Problems problems,
        String notice) {
    public DataRequestsView {
        requests = List.copyOf(requests);
        pages = Map.copyOf(pages);
    }

    public List<FacebookPage> pagesOf(PrivacyRequest request) {
        return pages.getOrDefault(request.account().toString(), List.of());
    }
}
