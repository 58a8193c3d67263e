package dev.parley.simulator;

import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;

/// The memory for request bodies is exhausted by the requests in progress.
final class BodyMemoryExceeded extends IOException implements HttpException {
    private static final long serialVersionUID = 1;
    private static final String REASON = "No room for this body beside the others";

    BodyMemoryExceeded() {
        super(REASON);
    }

    @Override
    public int getCode() {
        return HttpStatus.SERVICE_UNAVAILABLE_503;
    }

    @Override
    public String getReason() {
        return REASON;
    }
}
