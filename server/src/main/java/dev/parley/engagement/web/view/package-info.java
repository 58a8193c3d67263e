/// What the templates of the canned answers get.
@NullMarked
package dev.parley.engagement.web.view;

import org.jspecify.annotations.NullMarked;
