/** Token ids and counts. */
@NullMarked
package dev.ponder.triton.client.token;

import org.jspecify.annotations.NullMarked;
