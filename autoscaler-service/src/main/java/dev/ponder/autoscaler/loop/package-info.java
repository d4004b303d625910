/** The turns: observe, decide, write down, act. Whatever a turn meets, the next one comes. */
@NullMarked
package dev.ponder.autoscaler.loop;

import org.jspecify.annotations.NullMarked;
