package dev.parley.customer;

import dev.parley.channel.Address;
import java.time.Instant;

/// A person who was made up for the demo.
///
/// @param locale as channels give it, such as `zh_TW`
/// @param since when their first message was written
/// @param askAt when the profile is requested from the channel
public record SampleCustomer(
        CustomerId id, Address address, String name, String locale, Instant since, Instant askAt) {}
