package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {
    private static final ApplicationModules modules = ApplicationModules.of(Parley.class);

    @Test
    void modulesRespectTheirBoundaries() {
        modules.verify();
        new Documenter(modules).writeDocumentation();
    }

    /// When it fails: copy the file, and draw docs/img/modules.svg from it with PlantUML.
    @Test
    void theModuleDiagramIsUpToDate() throws IOException {
        new Documenter(modules).writeModulesAsPlantUml();

        var now = Path.of("target", "spring-modulith-docs", "components.puml");
        assertThat(Files.readAllLines(Path.of("..", "docs", "img", "modules.puml")))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(now));
    }

    @Test
    void theMapNamesEveryModule() throws IOException {
        var map = Files.readString(Path.of("..", "docs", "map.md"));

        assertThat(modules.stream().toList())
                .isNotEmpty()
                .allSatisfy(module -> assertThat(map).contains("`" + module.getIdentifier() + "`"));
    }
}
