package dev.parley.identity.signin;

import dev.parley.identity.SignedIn;
import dev.parley.identity.Users;
import dev.parley.platform.language.Language;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.LanguageChoice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// Changes the language of a user, from any page.
@Controller
class LanguageController {
    private final Users users;

    LanguageController(Users users) {
        this.users = users;
    }

    @PostMapping("/account/language")
    ResponseEntity<Void> changeLanguage(
            SignedIn me,
            FormInput typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = Language.tagged(typed.text("language"));
        if (chosen.isEmpty()) {
            return ResponseEntity.status(HttpStatus.BAD_REQUEST).build();
        }
        users.changeOwn(me, me.name(), chosen.get());
        LanguageChoice.store(chosen.get(), request, response);
        return ResponseEntity.noContent().header("HX-Refresh", "true").build();
    }
}
