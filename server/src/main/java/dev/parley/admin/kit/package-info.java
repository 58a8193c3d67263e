/// What all screens of the administration share, whoever brings them: lists, forms, notices, the
/// site map, the audit log in words; and what a channel implements so that its own screens are
/// found: [HomeNotices], [ChannelOverview], [SetUpSteps], [EndpointScreens].
@NamedInterface("kit")
@NullMarked
package dev.parley.admin.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
