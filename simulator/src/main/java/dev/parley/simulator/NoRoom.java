package dev.parley.simulator;

import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;

/// A body for which there is no memory beside the others under way.
final class NoRoom extends IOException implements HttpException {
    private static final long serialVersionUID = 1;
    private static final String REASON = "No room for this body beside the others";

    NoRoom() {
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
