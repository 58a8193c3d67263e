package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Text that users wrote may run from right to left. Wherever it is shown, it must not affect the
/// direction of the text around it: it is in a `<bdi>`, or in an element with `dir="auto"`.
class DirectionTests {
    private static final Path TEMPLATES = Path.of("src/main/jte");

    /// User-written text, as expressions of templates.
    private static final Pattern USER_WRITTEN =
            Pattern.compile(
                    """
                    \\b(customerName|firstWords|preview|lastWords|displayName|signInName|agentName\
                    |authorName|pageName|queueName|accountName)\\(\\)\
                    |\\bauthor\\(\\)\\.name\\(\\)\
                    |\\b(customer|file|fetching|upload|account|page|queue|stream|instance|agent\
                    |target|user|member|workstream)\\.name\\(\\)\
                    |\\bquote\\(\\)\\.text\\(\\)\
                    |\\b(line\\.text|link\\.title|location\\.title|pressedReply\\.label|pressed\\.label\
                    |act\\.title|fact\\.value|card\\.title|card\\.subtitle|line\\.who|line\\.subject\
                    |line\\.detail|request\\.detail|change\\.before|change\\.after|view\\.body)\\(\\)\
                    |^(button|earlier|who)$\
                    """);

    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>");
    private static final Pattern HEAD = Pattern.compile("@(if|elseif|for|template\\.[\\w.]+)\\(");
    private static final Set<String> ALONE =
            Set.of("input", "img", "br", "hr", "meta", "link", "circle", "path", "use");

    /// Elements in which browsers allow no child elements.
    private static final Set<String> BARE = Set.of("option", "title");

    @Test
    void userTextKeepsItsOwnDirection() throws IOException {
        var turned = new ArrayList<String>();
        var seen = 0;
        try (var files = Files.walk(TEMPLATES)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".jte")).sorted().toList()) {
                var template = new Template(Files.readString(file));
                seen += template.expressions.size();
                template.unprotected().forEach(one -> turned.add(file + ": ${" + one + "}"));
            }
        }
        assertThat(seen).as("for this test to mean anything").isGreaterThan(50);
        assertThat(turned).isEmpty();
    }

    @Test
    void unprotectedTextIsFound() {
        assertThat(new Template("<p>${a.customerName()}</p>").unprotected()).hasSize(1);
        assertThat(new Template("<p dir=\"auto\"><b>${a.customerName()}</b></p>").unprotected())
                .isEmpty();
        assertThat(new Template("<p dir=\"auto\">x</p><p>${a.preview()}</p>").unprotected())
                .hasSize(1);
        assertThat(new Template("<p>@if(a < b)<bdi>${button}</bdi>@endif</p>").unprotected())
                .isEmpty();
        assertThat(new Template("<p title=\"${a.preview()}\">x</p>").unprotected()).isEmpty();
    }

    /// One template, with its expressions replaced.
    private static final class Template {
        private final String tags;
        private final List<Expression> expressions = new ArrayList<>();

        Template(String source) {
            var text = new StringBuilder(source);
            Pattern.compile("^@(import|param).*$", Pattern.MULTILINE)
                    .matcher(source)
                    .results()
                    .forEach(line -> blank(text, line.start(), line.end()));
            Pattern.compile("!\\{")
                    .matcher(source)
                    .results()
                    .forEach(each -> blank(text, each.start(), end(source, each.start() + 1) + 1));
            HEAD.matcher(source)
                    .results()
                    .filter(each ->
                            !source.substring(each.start(), end(source, each.end() - 1))
                                    .contains("@`"))
                    .forEach(each -> blank(text, each.start(), end(source, each.end() - 1) + 1));
            for (var at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 1)) {
                var end = end(text, at + 1) + 1;
                expressions.add(new Expression(at, source.substring(at + 2, end - 1)));
                blank(text, at, end);
            }
            tags = text.toString();
            var inTags = TAG.matcher(tags).results().toList();
            expressions.removeIf(one ->
                    !USER_WRITTEN.matcher(one.source).find()
                            || inTags.stream()
                                    .anyMatch(tag -> tag.start() < one.at && one.at < tag.end()));
        }

        List<String> unprotected() {
            return expressions.stream()
                    .filter(one -> !isProtected(one.at))
                    .map(Expression::source)
                    .toList();
        }

        private boolean isProtected(int at) {
            var open = new ArrayDeque<Element>();
            TAG.matcher(tags)
                    .results()
                    .filter(tag -> tag.start() < at)
                    .forEach(tag -> {
                        var name = tag.group(2);
                        if (!tag.group(1).isEmpty()) {
                            close(open, name);
                        } else if (!ALONE.contains(name) && !tag.group(3).endsWith("/")) {
                            open.push(new Element(name, tag.group(3).contains("dir=\"auto\"")));
                        }
                    });
            return open.isEmpty()
                    || BARE.contains(open.peek().name)
                    || open.stream().anyMatch(one -> one.auto || one.name.equals("bdi"));
        }

        private static void close(ArrayDeque<Element> open, String name) {
            if (open.stream().anyMatch(one -> one.name.equals(name))) {
                while (!open.pop().name.equals(name)) {
                    // left open by a condition
                }
            }
        }

        private static void blank(StringBuilder text, int from, int to) {
            for (var at = from; at < to; at++) {
                text.setCharAt(at, ' ');
            }
        }

        /// {@return where the bracket at this place is closed}
        private static int end(CharSequence text, int from) {
            var shut = text.charAt(from) == '{' ? '}' : ')';
            var depth = 0;
            var quoted = false;
            for (var at = from; at < text.length(); at++) {
                var one = text.charAt(at);
                if (one == '"' && text.charAt(at - 1) != '\\') {
                    quoted = !quoted;
                } else if (!quoted && one == text.charAt(from)) {
                    depth++;
                } else if (!quoted && one == shut && --depth == 0) {
                    return at;
                }
            }
            return text.length() - 1;
        }
    }

    private record Expression(int at, String source) {}

    private record Element(String name, boolean auto) {}
}
