package dev.parley.api;

import dev.parley.conversation.Message;
import dev.parley.identity.Scope;
import dev.parley.privacy.Masking;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Messages as the token of this request may read them: masked by the administrator's rules, unless
/// it has the scope [Scope#UNMASKED].
@Component
class ShownTexts {
    private final Masking masking;

    ShownTexts(Masking masking) {
        this.masking = masking;
    }

    List<Message> of(List<Message> messages) {
        return mayReadUnmasked() ? messages : masking.messages(messages);
    }

    private static boolean mayReadUnmasked() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(one -> Scope.UNMASKED.authority().equals(one.getAuthority()));
    }
}
