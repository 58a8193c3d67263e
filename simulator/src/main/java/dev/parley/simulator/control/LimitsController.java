package dev.parley.simulator.control;

import dev.parley.simulator.graph.RateLimits;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows and sets the rate limits of pages.
@RestController
@RequestMapping("/simulator/limits")
class LimitsController {
    private final RateLimits rates;

    LimitsController(RateLimits rates) {
        this.rates = rates;
    }

    @GetMapping
    Map<String, Integer> show() {
        var shown = new LinkedHashMap<String, Integer>();
        rates.limits().forEach((kind, most) -> shown.put(FaultJson.name(kind), most));
        return shown;
    }

    @PutMapping
    Map<String, Integer> set(@RequestBody Map<String, @Nullable Integer> request) {
        request.forEach((name, most) ->
                rates.limit(
                        FaultJson.named(RateLimits.Kind.class, name)
                                .orElseThrow(() -> ControlLookup.bad("There is no limit " + name)),
                        ControlLookup.within(name, most == null ? -1 : most, 0, 1_000_000)));
        return show();
    }
}
