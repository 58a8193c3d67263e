package dev.parley.desk;

import dev.parley.conversation.Access;
import dev.parley.customer.CustomerId;
import dev.parley.customer.Customers;
import dev.parley.identity.SignedIn;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The pictures of customers, from Parley's own copies, for users who may read their conversations.
@Controller
class PicturesController {
    private final Customers customers;
    private final Access access;

    PicturesController(Customers customers, Access access) {
        this.customers = customers;
        this.access = access;
    }

    @GetMapping("/desk/customers/{id}/picture")
    ResponseEntity<byte[]> picture(SignedIn me, @PathVariable UUID id) {
        var picture =
                Optional.of(new CustomerId(id))
                        .filter(customer -> access.mayKnow(customer, me))
                        .flatMap(customers::pictureOf)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.contentType()))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(picture.bytes().bytes());
    }
}
