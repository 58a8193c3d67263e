package dev.parley.messenger.graph;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/// Writes a form with a file to the request.
final class FileFormWriter implements HttpMessageConverter<FileForm> {
    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return type == FileForm.class;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.MULTIPART_FORM_DATA);
    }

    @Override
    public FileForm read(Class<? extends FileForm> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("Forms can only be written", message);
    }

    @Override
    public void write(FileForm form, @Nullable MediaType type, HttpOutputMessage message)
            throws IOException {
        message.getHeaders()
                .setContentType(
                        new MediaType(
                                MediaType.MULTIPART_FORM_DATA,
                                Map.of("boundary", form.boundary())));
        message.getHeaders().setContentLength(form.length());
        if (message instanceof StreamingHttpOutputMessage streaming) {
            streaming.setBody(form::writeTo);
        } else {
            form.writeTo(message.getBody());
        }
    }
}
