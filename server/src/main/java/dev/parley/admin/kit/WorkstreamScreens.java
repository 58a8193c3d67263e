package dev.parley.admin.kit;

import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Finds the workstream of a screen.
@Component
public class WorkstreamScreens {
    private final Workstreams workstreams;

    WorkstreamScreens(Workstreams workstreams) {
        this.workstreams = workstreams;
    }

    /// {@return the address of the workstream's own screen}
    public static String address(WorkstreamId id) {
        return "/admin/workstreams/" + id;
    }

    /// {@return the workstream} If it does not exist, the response is 404.
    public Workstream workstream(UUID id) {
        return workstreams
                .byId(new WorkstreamId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
