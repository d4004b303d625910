/** The queue on a share group (KIP-932): brokers and clients from 4.2 on. */
@NullMarked
package dev.ponder.workqueue.share;

import org.jspecify.annotations.NullMarked;
