/** The port: one generation, from its request to its one end. Other engines can stand behind it. */
@NullMarked
package dev.ponder.triton.client.generation;

import org.jspecify.annotations.NullMarked;
