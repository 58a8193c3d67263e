package dev.parley.desk;

import dev.parley.customer.CustomerId;
import dev.parley.customer.Customers;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The pictures of customers, from our own copies.
@Controller
class PicturesController {
    private final Customers customers;

    PicturesController(Customers customers) {
        this.customers = customers;
    }

    @GetMapping("/desk/customers/{id}/picture")
    ResponseEntity<byte[]> picture(@PathVariable UUID id) {
        var picture =
                customers
                        .pictureOf(new CustomerId(id))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.contentType()))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(picture.bytes().bytes());
    }
}
