/**
 * Runs the house as processes of the jars that ship: {@link dev.ponder.local.launch.StackLauncher} starts broker, shards,
 * cache, router and reasoner in their order, {@link dev.ponder.local.launch.ProcessTree} owns them and stops them in the
 * reverse one, and a warden shell does so where this process was killed before it could.
 */
@NullMarked
package dev.ponder.local.launch;

import org.jspecify.annotations.NullMarked;
