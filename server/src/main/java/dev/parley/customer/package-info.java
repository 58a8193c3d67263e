/// Customers and their profiles in each channel.
@ApplicationModule(allowedDependencies = {"channel", "background", "platform"})
@NullMarked
package dev.parley.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
