/** Text as it streams: whole characters, thought and answer apart, chat templates. */
@NullMarked
package dev.ponder.triton.client.text;

import org.jspecify.annotations.NullMarked;
