package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.channel.OutgoingFileStore.OutgoingFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A form with one file (RFC 7578), streamed from disk. Its length is known beforehand, because not
/// every proxy on the way to Meta accepts a body without one.
///
/// @param fields the other fields; values that are not text are sent as JSON
record FileForm(Map<String, Object> fields, OutgoingFile file, String boundary) {
    private static final JsonMapper json = JsonMapper.shared();

    long length() throws IOException {
        return head().length + Files.size(file.path()) + tail().length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head());
        Files.copy(file.path(), out);
        out.write(tail());
    }

    private byte[] head() {
        var head = new StringBuilder();
        fields.forEach((name, value) -> head.append(field(name, value)));
        head.append(
                """
                --%s\r
                Content-Disposition: form-data; name="filedata"; filename="%s"\r
                Content-Type: %s\r
                \r
                """
                        .formatted(boundary, quoted(file.name()), file.contentType()));
        return head.toString().getBytes(UTF_8);
    }

    private String field(String name, Object value) {
        return """
        --%s\r
        Content-Disposition: form-data; name="%s"\r
        \r
        %s\r
        """
                .formatted(
                        boundary,
                        name,
                        value instanceof String text ? text : json.writeValueAsString(value));
    }

    private byte[] tail() {
        return "\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8);
    }

    /// Escapes a name as browsers do.
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
