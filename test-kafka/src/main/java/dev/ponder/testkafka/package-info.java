/**
 * The Kafka that tests run on, by one switch: {@code PONDER_PARTS} or {@code -Dponder.parts}, {@code containers}, {@code embedded}
 * or {@code auto}. {@link dev.ponder.testkafka.TestKafka} is what tests ask; {@link dev.ponder.testkafka.Parts} decides.
 */
@NullMarked
package dev.ponder.testkafka;

import org.jspecify.annotations.NullMarked;
