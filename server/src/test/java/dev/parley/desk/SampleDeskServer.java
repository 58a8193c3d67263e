package dev.parley.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.desk.view.ConversationView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.DeskView;
import dev.parley.desk.view.DraftView;
import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import dev.parley.platform.web.Assets;
import dev.parley.platform.web.Menu;
import dev.parley.platform.web.PageFrame;
import dev.parley.workspace.DraftContent;
import dev.parley.workspace.DraftMode;
import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.webjars.WebJarVersionLocator;

/// The desk with sample data: every scene as a file, and a small server that responds like the real
/// one, so that the scripts can be tried without the rest of Parley.
final class SampleDeskServer implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

    private final StaticTemplates templates = new StaticTemplates();
    private final Assets assets = assets();
    private final HttpServer server;
    private final List<OutputStream> streams = new CopyOnWriteArrayList<>();
    private static final DraftView NO_DRAFT =
            new DraftView(DraftMode.REPLY, null, DraftContent.NONE, List.of());

    private final List<String> posts = new CopyOnWriteArrayList<>();
    private volatile DraftView draft = NO_DRAFT;
    private volatile Scene scene = Scene.named("full", Language.ENGLISH);
    private volatile Language language = Language.ENGLISH;
    private volatile @Nullable String refusal;
    private volatile int problem;

    SampleDeskServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /// Writes all scenes to the folder, or serves them at the port.
    static void main(String... arguments) throws IOException, InterruptedException {
        try (var desk =
                new SampleDeskServer(
                        arguments.length == 0 ? 8099 : Integer.parseInt(arguments[0]))) {
            desk.write(Path.of("server/target/sample-desk"));
            System.out.println("The sample desk is at " + desk.address());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// {@return every POST so far, as path and form}
    List<String> posts() {
        return List.copyOf(posts);
    }

    boolean listening() {
        return !streams.isEmpty();
    }

    void show(Scene shown) {
        scene = shown;
    }

    Scene scene() {
        return scene;
    }

    /// Answers the next reply or end with 422 and this message.
    void refuse(String why) {
        refusal = why;
    }

    /// From now on each region and each reply is answered with this status and a page of another
    /// server, as a proxy does; 0 for the normal response.
    void failsWith(int status) {
        problem = status;
    }

    void beat() {
        var event = "event: beat\ndata: \n\n".getBytes(StandardCharsets.UTF_8);
        streams.removeIf(stream -> !reaches(stream, event));
    }

    void sendEvent(String name) {
        var event = "event: changed\ndata: %s\n\n".formatted(name).getBytes(StandardCharsets.UTF_8);
        streams.removeIf(stream -> !reaches(stream, event));
    }

    private static boolean reaches(OutputStream stream, byte[] event) {
        try {
            stream.write(event);
            stream.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var name : Scene.NAMES) {
            for (var each : Language.values()) {
                scene = Scene.named(name, each);
                language = each;
                Files.writeString(folder.resolve(name + "-" + each.tag() + ".html"), page());
            }
        }
        var target = folder.resolve(assets.address("").substring(1));
        for (var file :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:static/**/*.*")) {
            var path = file.getURL().getPath();
            save(
                    target.resolve(path.substring(path.lastIndexOf("/static/") + 8)),
                    file.getContentAsByteArray());
        }
        save(target.resolve("htmx.min.js"), resource(htmx()));
    }

    private static void save(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try {
            if (problem != 0 && path.matches("/desk/(conversations/.*/.*|changes)")) {
                var page = "<html>Bad</html>".getBytes(StandardCharsets.UTF_8);
                send(exchange, problem, "text/html", page);
            } else if (path.equals("/desk/stream")) {
                exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(": open\n\n".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                streams.add(exchange.getResponseBody());
            } else if (path.equals("/desk/changes")) {
                send(
                        exchange,
                        200,
                        "text/html;charset=UTF-8",
                        changes(exchange).render().getBytes(StandardCharsets.UTF_8));
            } else if (exchange.getRequestMethod().equals("POST")) {
                take(exchange, path);
            } else if (path.startsWith("/assets/")) {
                var file = path.split("/", 4)[3];
                send(
                        exchange,
                        200,
                        type(file),
                        resource(file.equals("htmx.min.js") ? htmx() : "static/" + file));
            } else if (path.startsWith("/scene/")) {
                var parts = path.split("/", 4);
                language = Language.tagged(parts[3]).orElseThrow();
                scene = Scene.named(parts[2], language);
                send(
                        exchange,
                        200,
                        "text/html;charset=UTF-8",
                        page().getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("/picture/")) {
                send(
                        exchange,
                        200,
                        "image/svg+xml",
                        Scene.picture(path).getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("/desk")) {
                send(
                        exchange,
                        200,
                        "text/html;charset=UTF-8",
                        region(path).render().getBytes(StandardCharsets.UTF_8));
            } else {
                send(exchange, 404, "text/plain", new byte[0]);
            }
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            send(exchange, 500, "text/plain", failure.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void take(HttpExchange exchange, String path) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posts.add(path + " " + URLDecoder.decode(body, StandardCharsets.UTF_8));
        var why = refusal;
        if (path.matches(".*/(replies|end)") && why != null) {
            refusal = null;
            send(exchange, 422, "text/plain;charset=UTF-8", why.getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (path.endsWith("/timeline")) {
            var html = region(path).render().getBytes(StandardCharsets.UTF_8);
            send(exchange, 200, "text/html;charset=UTF-8", html);
            return;
        }
        if (path.endsWith("/drafts/reply")) {
            draft = draft(form(body));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        if (path.endsWith("/replies")) {
            draft = NO_DRAFT;
            var form = form(body);
            scene =
                    scene.saying(
                            Scene.reply(
                                    scene.now(),
                                    form.getOrDefault("text", ""),
                                    form.getOrDefault("key", "")));
        } else if (path.endsWith("/accept") || path.endsWith("/decline")) {
            scene = scene.withoutOffers();
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
        sendEvent("worklist");
        sendEvent("conversation-" + Scene.ADA);
    }

    private static DraftView draft(Map<String, String> form) {
        var text = form.getOrDefault("text", "");
        return text.isEmpty()
                ? NO_DRAFT
                : new DraftView(
                        DraftMode.REPLY,
                        UUID.fromString(form.getOrDefault("revision", "")),
                        new DraftContent(text, null, List.of()),
                        List.of());
    }

    /// What the page does not show yet, as the real server answers.
    private JteModel changes(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var parts = new ChangedParts(new ShownPage(form(body)));
        var view = scene.view();
        var words = words();
        var open = view.conversation();
        if (open != null && parts.shown().compares(PagePart.TIMELINE)) {
            parts.add(
                    PagePart.HEAD,
                    open::head,
                    it -> templates.deskHead(words, it, parts.shown().view()));
            parts.add(PagePart.CONTROL, open::control, it -> templates.deskControl(words, it));
            parts.add(PagePart.CUSTOMER, open::customer, it -> templates.deskCustomer(words, it));
            parts.add(
                    PagePart.COMPOSER_STATE,
                    () -> open.composer().state(),
                    it -> templates.deskComposerState(words, it));
            parts.add(PagePart.DRAFT, () -> draft, it -> templates.deskDraft(words, "draft", it));
            var thread = open.timeline();
            parts.add(
                    PagePart.TIMELINE,
                    thread.version(words),
                    () -> templates.deskTimeline(words, thread, parts.shown().entries()));
            parts.add(templates.deskRefusal(""));
        }
        parts.add(PagePart.WORKLIST, view::worklist, it -> templates.deskWorklist(words, it));
        parts.add(PagePart.TABS, view::tabs, it -> templates.deskTabs(words, it));
        parts.add(PagePart.VIEWS, view::views, it -> templates.deskViews(words, it));
        parts.add(PagePart.RAIL, view::rail, it -> templates.deskRail(frame(), words, it));
        return templates.deskChanges(parts.changed());
    }

    private JteModel region(String path) {
        var view = scene.view();
        var words = words();
        var open = view.conversation();
        if (path.equals("/desk")) {
            return templates.deskPage(
                    frame(),
                    words,
                    new DeskView(view.rail(), view.worklist(), view.views(), view.tabs(), null));
        }
        if (path.equals("/desk/worklist")) {
            return templates.deskWorklist(words, view.worklist());
        }
        var conversation =
                open == null ? Scene.named("full", language).view().conversation() : open;
        return conversation == null
                ? templates.deskWorklist(words, view.worklist())
                : part(path, view, conversation);
    }

    private JteModel part(String path, DeskView view, ConversationView conversation) {
        var words = words();
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "timeline" -> templates.deskTimeline(words, conversation.timeline(), Set.of());
            default ->
                    templates.deskPage(
                            frame(),
                            words,
                            new DeskView(
                                    view.rail(),
                                    view.worklist(),
                                    view.views(),
                                    view.tabs(),
                                    conversation));
        };
    }

    private String page() {
        return templates.deskPage(frame(), words(), scene.view()).render();
    }

    private DeskTexts words() {
        return DeskTexts.of(frame(), scene.now());
    }

    private PageFrame frame() {
        var clock = Clock.fixed(scene.now(), ZoneOffset.UTC);
        var texts = made(Languages.class, Clock.class, clock).texts(language, ZONE);
        return new PageFrame(
                texts,
                null,
                new PageFrame.Csrf("_csrf", "X-CSRF-TOKEN", "paper"),
                "/desk",
                assets,
                Menu.EMPTY);
    }

    private static Assets assets() {
        return made(Assets.class, List.class, List.of("classpath*:static/**"));
    }

    /// Creates an object that otherwise only Spring creates.
    private static <T> T made(Class<T> type, Class<?> parameter, Object argument) {
        try {
            return BeanUtils.instantiateClass(type.getDeclaredConstructor(parameter), argument);
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Map<String, String> form(String body) {
        var values = new HashMap<String, String>();
        for (var pair : List.of(body.split("&", -1))) {
            var at = pair.indexOf('=');
            if (at > 0) {
                values.put(
                        pair.substring(0, at),
                        URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private static String htmx() {
        return "META-INF/resources/webjars/htmx.org/%s/dist/htmx.min.js"
                .formatted(new WebJarVersionLocator().version("htmx.org"));
    }

    private static byte[] resource(String path) {
        try (var stream = SampleDeskServer.class.getClassLoader().getResourceAsStream(path)) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String type(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            default -> "application/octet-stream";
        };
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:");
        if (exchange.getRequestMethod().equals("HEAD") || body.length == 0) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
