package dev.ponder.simulation.client;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.internals.CoordinatorKey;
import org.apache.kafka.common.KafkaFuture;

/** Answers that only Kafka's own client can make: their constructors are not for others, so they are opened. Stateless. */
final class GroupAnswers {

    private GroupAnswers() {}

    static ListConsumerGroupOffsetsResult consumer(String group, Map<?, ?> offsets) {
        return make(ListConsumerGroupOffsetsResult.class, group, offsets);
    }

    static ListShareGroupOffsetsResult share(String group, Map<?, ?> offsets) {
        return make(ListShareGroupOffsetsResult.class, group, offsets);
    }

    static long timestamp(OffsetSpec.TimestampSpec since) {
        try {
            Method timestamp = OffsetSpec.TimestampSpec.class.getDeclaredMethod("timestamp");
            timestamp.setAccessible(true);
            return (long) timestamp.invoke(since);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("Kafka's client has changed", changed);
        }
    }

    private static <T> T make(Class<T> kind, String group, Map<?, ?> offsets) {
        try {
            Constructor<T> constructor = kind.getDeclaredConstructor(Map.class);
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Map.of(CoordinatorKey.byGroupId(group), KafkaFuture.completedFuture(offsets)));
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("Kafka's client has changed", changed);
        }
    }
}
