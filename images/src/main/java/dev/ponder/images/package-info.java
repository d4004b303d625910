/**
 * Makes the container images of what ships: {@code plan} says which there are, {@code files} what lies in each, {@code startup}
 * trains the JVM's caches, {@code assembly} puts layers on a base image.
 */
@NullMarked
package dev.ponder.images;

import org.jspecify.annotations.NullMarked;
