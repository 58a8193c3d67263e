package dev.parley.engagement.macro;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of steps in the database.
final class MacroJson {
    private static final JsonMapper json =
            JsonMapper.builder().addMixIn(MacroStep.class, TypeByName.class).build();

    private MacroJson() {}

    static String toJson(List<MacroStep> steps) {
        return json.writerFor(MacroStep[].class)
                .writeValueAsString(steps.toArray(MacroStep[]::new));
    }

    static List<MacroStep> fromJson(String stored) {
        return List.of(json.readValue(stored, MacroStep[].class));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    interface TypeByName {}
}
