package dev.ponder.local.provision;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How reasoners take work from their topics, named as {@code reasoner.queue.adapter} names it. */
enum QueueKind {
    /** Its settings lie with the broker, which must have share groups (4.2 or newer). */
    SHARE_GROUP("share-group"),
    /** Nothing of it lies with the broker but its offsets. */
    CONSUMER_GROUP("consumer-group");

    private final String label;

    QueueKind(String label) {
        this.label = label;
    }

    /** Reads it from the command line. */
    static final class Converter implements ITypeConverter<QueueKind> {

        @Override
        public QueueKind convert(String text) {
            return Stream.of(values())
                    .filter(kind -> kind.label.equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("a queue is "
                            + Stream.of(values()).map(kind -> kind.label).collect(Collectors.joining(" or ")) + ": "
                            + text));
        }
    }
}
