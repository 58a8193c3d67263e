package dev.parley.identity.web;

import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Redirects users to their workplace. Supervisors use the desk until they have their own area.
@Controller
class StartPageController {
    @GetMapping("/")
    Answer home(SignedIn me) {
        return Answer.redirect(me.agent() || me.supervisor() ? "/desk" : "/admin");
    }
}
