package dev.parley.simulator.graph;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Every path of Graph that the simulator does not know.
@RestController
class ElsewhereController {
    @RequestMapping("/{node:me|\\d+}/{*rest}")
    void elsewhere(@PathVariable String rest, GraphCall call) {
        throw new Refused(GraphErrors.unknownPath(rest));
    }
}
