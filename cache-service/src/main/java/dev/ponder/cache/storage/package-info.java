/**
 * Where chains lie: a port ({@link dev.ponder.cache.storage.ChainStore}) and its one adapter, a file
 * ({@link dev.ponder.cache.storage.MvChainStore}). The file is a copy of the compacted topic with the read position inside it.
 */
@NullMarked
package dev.ponder.cache.storage;

import org.jspecify.annotations.NullMarked;
