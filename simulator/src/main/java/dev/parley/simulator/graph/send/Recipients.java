package dev.parley.simulator.graph.send;

import dev.parley.simulator.graph.GraphError;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.world.Comments;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.SimulatedClock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds the recipient of a send: a person by id, or the author of a comment or a post.
@Component
class Recipients {
    private static final Duration PRIVATE_REPLY = Duration.ofDays(7);

    private final Directory directory;
    private final Comments comments;
    private final SimulatedClock clock;

    Recipients(Directory directory, Comments comments, SimulatedClock clock) {
        this.directory = directory;
        this.comments = comments;
        this.clock = clock;
    }

    Optional<Person> find(Page page, Send send) {
        return send.isPrivateReply()
                ? comments.find(send.activity())
                        .filter(comment -> comment.page().id().equals(page.id()))
                        .map(Comments.Comment::person)
                : directory.personKnownTo(page, send.psid());
    }

    Person get(Page page, Send send) {
        return find(page, send).orElseThrow(() -> new GraphRefusal(GraphErrors.NOBODY));
    }

    /// One private reply to each comment or post, within seven days.
    Optional<GraphError> objection(Send send) {
        return comments.find(send.activity())
                .flatMap(comment ->
                        comment.replied()
                                ? Optional.of(GraphErrors.ALREADY_REPLIED)
                                : Optional.of(GraphErrors.WINDOW).filter(_ -> isLate(comment)));
    }

    void done(Send send) {
        if (send.isPrivateReply()) {
            comments.reply(send.activity());
        }
    }

    private boolean isLate(Comments.Comment comment) {
        return !clock.instant().isBefore(comment.at().plus(PRIVATE_REPLY));
    }
}
