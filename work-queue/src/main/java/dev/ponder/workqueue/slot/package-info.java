/** What both adapters share: who polls which lane, how one job is watched until its verdict, how a queue drains. */
@NullMarked
package dev.ponder.workqueue.slot;

import org.jspecify.annotations.NullMarked;
