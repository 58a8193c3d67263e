package dev.parley.engagement.web;

import dev.parley.platform.BodyRule;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Where administrators upload canned answers.
@Component
class ImportPath implements BodyRule {
    @Override
    public Optional<Decision> of(String method, String path) {
        return Optional.empty();
    }

    @Override
    public boolean takesFiles(String method, String path) {
        return method.equals("POST") && path.equals(CannedAnswerImportController.IMPORT);
    }
}
