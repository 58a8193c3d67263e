package dev.parley.simulator.control;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Shows the page at the address to which Graph's batches are posted.
@Controller
class FrontPageController {
    @GetMapping("/")
    String page() {
        return "forward:/index.html";
    }
}
