/** The images and {@code deploy/compose.yaml}, on a real container engine where one answers. */
@NullMarked
package dev.ponder.it.containers;

import org.jspecify.annotations.NullMarked;
