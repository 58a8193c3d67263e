package dev.parley.platform.webserver;

import dev.parley.platform.CollectedBody;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// A request whose body was collected: reading it never blocks.
final class CollectedRequest extends Request.Wrapper {
    private final CollectedBody body;
    private boolean read;

    CollectedRequest(Request request, CollectedBody body) {
        super(request);
        this.body = body;
    }

    @Override
    public long getLength() {
        return body.size();
    }

    @Override
    public Content.Chunk read() {
        if (read) {
            return Content.Chunk.EOF;
        }
        read = true;
        return body.size() == 0
                ? Content.Chunk.EOF
                : Content.Chunk.from(ByteBuffer.wrap(body.bytes(), 0, body.size()), true);
    }

    @Override
    public void demand(Runnable callback) {
        getContext().execute(callback);
    }
}
