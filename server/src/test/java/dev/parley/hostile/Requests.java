package dev.parley.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Makes nearly valid requests.
final class Requests {
    private static final String CSRF = "0".repeat(36);

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/json;charset=utf-16",
                    "application/json; charset=nonsense",
                    "*/*+json",
                    "application/*+json",
                    "application/vnd.x+json",
                    "*/*",
                    "text/plain",
                    "",
                    ";",
                    "a",
                    "a/b/c",
                    "application/x-www-form-urlencoded",
                    "application/x-www-form-urlencoded; charset=utf-16",
                    "application/x-www-form-urlencoded; charset=x",
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/form-data; boundary=\"",
                    "multipart/form-data; boundary=other",
                    "multipart/form-data; boundary=" + "b".repeat(3000),
                    "multipart/mixed; boundary=parts",
                    "multipart/form-data; boundary=parts");

    private static final List<String> METHODS =
            List.of(
                    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO",
                    "get");

    private static final List<String> HEADERS =
            List.of(
                    "Accept: */*+json",
                    "Accept: application/xml",
                    "Accept: a;q=nonsense",
                    "Accept: text/event-stream",
                    "Accept: text/html",
                    "Accept: " + "a/b,".repeat(500),
                    "Accept-Language: *",
                    "Accept-Language: zz-;;q=9,\u00ff",
                    "Accept-Language: " + "a-b,".repeat(400),
                    "Accept-Encoding: gzip;q=nonsense",
                    "Range: bytes=0-0",
                    "Range: bytes=9-1",
                    "Range: bytes=99999999999999999999-",
                    "Range: bytes=-",
                    "Range: lines=1-2",
                    "Range: bytes=" + "0-0,".repeat(300) + "0-0",
                    "If-Range: nonsense",
                    "If-None-Match: \"",
                    "If-None-Match: W/\"a\", *",
                    "If-Modified-Since: nonsense",
                    "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
                    "If-Match: nonsense",
                    "Cookie: parley=AAAA",
                    "Cookie: parley=%%%; REDIRECT_URI=%%%",
                    "Cookie: REDIRECT_URI=AAAA; XSRF-TOKEN=",
                    "Cookie: REDIRECT_URI=aHR0cDovL2V2aWwvYXxi",
                    "Cookie: tz=%00; lang=\u00ff; =; ;;; a",
                    "Cookie: tz=GMT+99; lang=xx",
                    "Cookie: parley=\"",
                    "Cookie: parley=" + "Q".repeat(4000),
                    "Authorization: Bearer",
                    "Authorization: Bearer \u00ff%00",
                    "Authorization: Bearer " + "x".repeat(5000),
                    "Authorization: Basic AAAA",
                    "Authorization: ",
                    "Idempotency-Key: a b",
                    "Idempotency-Key: \u00ff",
                    "Idempotency-Key: " + "k".repeat(5000),
                    "X-Forwarded-For: nonsense",
                    "X-Forwarded-For: %00,",
                    "X-Forwarded-For: \u00ff" + "1.2.3.4,".repeat(600) + "x".repeat(3000),
                    "X-Forwarded-Prefix: https://e",
                    "X-Forwarded-Prefix: /a|b/%00",
                    "X-Forwarded-Host: a|b:99999999",
                    "X-Forwarded-Host: [::1",
                    "X-Forwarded-Port: nonsense",
                    "X-Forwarded-Proto: a|b",
                    "Forwarded: for=\"[\";host=a|b;proto=?",
                    "Forwarded: host=:::::",
                    "HX-Request: true",
                    "HX-Target: \u00ff",
                    "Origin: null",
                    "Origin: https://e",
                    "Access-Control-Request-Method: FOO",
                    "X-HTTP-Method-Override: FOO",
                    "Last-Event-ID: %00",
                    "Expect: nonsense",
                    "Upgrade: websocket",
                    "Content-Encoding: gzip",
                    "Content-Range: bytes 0-1/2",
                    "X-Odd: \u0001",
                    "X-Od d: a",
                    "X-\u00e4: a",
                    "X-Long: " + "x".repeat(9000),
                    "NoColon");

    private static final List<String> DOCUMENTS =
            List.of(
                    "{\"text\":\"Hello\"}",
                    "{\"text\":null}",
                    "{\"text\":[]}",
                    "{\"text\":{\"a\":1}}",
                    "{\"text\":1e999999}",
                    "{\"text\":\"a\\u0000b\"}",
                    "{\"text\":\"\\ud800\"}",
                    "{\"text\":\"Hi\",\"replyTo\":\"\\u0000\"}",
                    "{\"text\":\"Hi\",\"replyTo\":\"\\udc00\"}",
                    "{\"text\":\"Hi\",\"text\":\"Hi\"}",
                    "{\"text\":\"Hi\",\"\\u0000\":1}",
                    "{\"text\":\"Hi\",\"replyButtons\":[null]}",
                    "{\"text\":\"Hi\",\"replyButtons\":[{\"title\":null,\"payload\":null}]}",
                    "{\"text\":\"Hi\",\"replyButtons\":[{\"title\":\"a\",\"payload\":\"\\u0000\"}]}",
                    "{\"text\":\"Hi\",\"replyButtons\":{}}",
                    "{\"text\":\"Hi\",\"replyButtons\":[[],\"\",1]}",
                    "{\"attachments\":[null]}",
                    "{\"attachments\":[null,\"00000000-0000-0000-0000-000000000000\"]}",
                    "{\"attachments\":[\"1-1-1-1-1\"]}",
                    "{\"attachments\":[1e5]}",
                    "{\"attachments\":\"a\"}",
                    "{\"attachments\":["
                            + "\"00000000-0000-0000-0000-000000000000\",".repeat(50)
                            + "null]}",
                    "[null]",
                    "null",
                    "\"\"",
                    "0",
                    "",
                    "{",
                    "{\"text\":\"" + "x".repeat(30_000) + "\"}",
                    "[".repeat(2000),
                    "{\"a\":".repeat(2000),
                    "{\"a\":" + "9".repeat(2000) + "}",
                    "{\"text\":\"\u00e4\u00ff\"}",
                    "\u00ef\u00bb\u00bf{\"text\":\"Hi\"}",
                    "{\"\\ud800\":1}");

    private final Values values;
    private final Random random;
    private final List<String> fields;
    private final List<String> tokens;
    private final List<String> sessions;

    /// @param tokens API tokens
    /// @param sessions session cookies of signed-in users
    Requests(
            Random random,
            List<String> known,
            List<String> fields,
            List<String> tokens,
            List<String> sessions) {
        this.random = random;
        this.values = new Values(random, known);
        this.fields = List.copyOf(fields);
        this.tokens = List.copyOf(tokens);
        this.sessions = List.copyOf(sessions);
    }

    /// @param body one character per byte
    record Request(String head, String body) {
        /// {@return a description for a manual try}
        @Override
        public String toString() {
            return (head + "\n" + (body.length() > 600 ? body.substring(0, 600) + "…" : body))
                    .replace("\r\n", "\n");
        }
    }

    Request to(Target target) {
        var method = values.sometimes(92) ? target.method() : values.one(METHODS);
        var headers = new ArrayList<String>();
        headers.add("Host: localhost");
        identity(target, headers);
        headers.addAll(values.some(HEADERS, values.sometimes(40) ? 2 : 0));
        var body = writes(method) ? body(target, headers) : "";
        if (values.sometimes(80) && target.forPrograms() && writes(method)) {
            headers.add("Idempotency-Key: " + random.nextInt(1000));
        }
        var head =
                Stream.concat(
                                Stream.of(method + " " + address(target) + " HTTP/1.1"),
                                headers.stream())
                        .collect(joining("\r\n", "", "\r\n"));
        return new Request(head, body);
    }

    private void identity(Target target, List<String> headers) {
        if (target.forPrograms()) {
            if (values.sometimes(95)) {
                headers.add("Authorization: Bearer " + values.one(tokens));
            }
            return;
        }
        var session = values.sometimes(92) ? values.one(sessions) + "; " : "";
        headers.add("Cookie: " + session + "XSRF-TOKEN=" + CSRF);
        if (values.sometimes(95)) {
            headers.add("X-XSRF-TOKEN: " + masked());
        }
    }

    /// Masked as the server does it, with zeros.
    private static String masked() {
        var bytes = new byte[2 * CSRF.length()];
        System.arraycopy(CSRF.getBytes(ISO_8859_1), 0, bytes, CSRF.length(), CSRF.length());
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private String address(Target target) {
        var path = new StringBuilder();
        for (var part : target.path().split("(?=\\{)|(?<=\\})", -1)) {
            path.append(part.startsWith("{") ? values.id() : part);
        }
        if (values.sometimes(4)) {
            path.append(
                    values.one(
                            List.of(
                                    "/",
                                    "//",
                                    "/..",
                                    ";a=b",
                                    "/%2e%2e/",
                                    "/%00",
                                    "%",
                                    ".json",
                                    "/%2F",
                                    "\\")));
        }
        var query = writes(target.method()) && values.sometimes(85) ? "" : pairs(target);
        return query.isEmpty() ? path.toString() : path + "?" + query;
    }

    private String pairs(Target target) {
        var names = new ArrayList<>(target.parameters());
        names.addAll(values.some(fields, 4));
        return names.stream()
                .filter(_ -> values.sometimes(80))
                .map(name ->
                        (values.sometimes(3) ? values.odd() : name)
                                + (values.sometimes(97) ? "=" + values.value() : ""))
                .collect(joining("&"));
    }

    private String body(Target target, List<String> headers) {
        var kind = random.nextInt(10);
        if (values.sometimes(15)) {
            headers.add("Content-Type: " + values.one(TYPES));
            return switch (kind % 3) {
                case 0 -> values.one(DOCUMENTS);
                case 1 -> parts(target);
                default -> pairs(target);
            };
        }
        if (target.forPrograms()
                ? kind < 7 && !target.path().endsWith("/attachments")
                : kind == 0) {
            headers.add("Content-Type: application/json");
            return values.one(DOCUMENTS);
        }
        if (target.forPrograms() || kind == 1 || target.path().endsWith("/files")) {
            headers.add("Content-Type: multipart/form-data; boundary=parts");
            return parts(target);
        }
        headers.add("Content-Type: application/x-www-form-urlencoded");
        return pairs(target);
    }

    private String parts(Target target) {
        var names = new ArrayList<>(target.parameters());
        names.addAll(List.of("file", "message"));
        names.addAll(values.some(fields, 2));
        var all =
                names.stream().filter(_ -> values.sometimes(80)).map(this::part).collect(joining());
        return values.sometimes(85)
                ? all + "--parts--\r\n"
                : all + values.one(List.of("", "--parts", "--parts-\r\n", "\r\n"));
    }

    private String part(String name) {
        var named =
                values.sometimes(95)
                        ? "; name=\"" + name + "\""
                        : values.one(
                                List.of("", "; name=", "; name=\"\u0000\"", "; name*=utf-8''%zz"));
        var file =
                name.equals("file")
                        ? "; filename="
                                + values.one(
                                        List.of(
                                                "\"a.txt\"",
                                                "\"\"",
                                                "\"a\u0000b.png\"",
                                                "\"../../x\"",
                                                "\u00ff",
                                                "\"" + "n".repeat(3000) + "\"",
                                                "\"\u00e6\u00bc\u00a2\"",
                                                "\""))
                        : "";
        var type =
                switch (name) {
                    case "message" ->
                            "Content-Type: "
                                    + (values.sometimes(85)
                                            ? "application/json"
                                            : values.one(TYPES))
                                    + "\r\n";
                    default ->
                            values.sometimes(10)
                                    ? "Content-Type: " + values.one(TYPES) + "\r\n"
                                    : "";
                };
        var content =
                switch (name) {
                    case "message" -> values.one(DOCUMENTS);
                    case "conversationId" -> values.id();
                    case "file" ->
                            values.one(
                                    List.of(
                                            "Hello",
                                            "",
                                            "\u0089PNG\r\n\u001a\n",
                                            "GIF89a",
                                            "MZ",
                                            "%PDF-1.4",
                                            "\u00ff\u00d8\u00ff\u00e0",
                                            "RIFF\u0000\u0000\u0000\u0000WEBPVP8 "));
                    default ->
                            values.sometimes(20)
                                    ? values.one(
                                            List.of(
                                                    "\u0000",
                                                    "a\u0000b",
                                                    "\u00ff\u00fe",
                                                    "\u00ed\u00a0\u0080"))
                                    : values.value();
                };
        return "--parts\r\nContent-Disposition: form-data"
                + named
                + file
                + "\r\n"
                + type
                + "\r\n"
                + content
                + "\r\n";
    }

    private static boolean writes(String method) {
        return !method.equals("GET")
                && !method.equals("HEAD")
                && !method.equals("OPTIONS")
                && !method.equals("TRACE")
                && !method.equals("get");
    }
}
