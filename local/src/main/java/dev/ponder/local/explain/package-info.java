/**
 * Why a pool has as many replicas as it has: {@link dev.ponder.local.explain.ExplainScalingCommand} reads the autoscaler's decisions,
 * has module {@code scaling} play them again, and tells each pool's {@link dev.ponder.local.explain.PoolStory} as lines or figures.
 * It starts nothing and asks nobody: all that it says stands in the file.
 */
@NullMarked
package dev.ponder.local.explain;

import org.jspecify.annotations.NullMarked;
