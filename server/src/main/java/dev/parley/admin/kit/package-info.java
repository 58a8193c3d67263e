/// What all screens of the administration share, independent of their module: lists, forms,
/// notices, the site map, the texts of the audit log; and the interfaces that a channel implements
/// to add its own screens: [HomeNotices], [ChannelOverview], [SetUpSteps], [EndpointScreens].
@NamedInterface("kit")
@NullMarked
package dev.parley.admin.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
