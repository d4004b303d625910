package dev.ponder.router.readiness;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the group has given the requests channel its share. With more routers than partitions the share is nothing, which
 * is a share too. Written by the polling thread, read by any.
 */
@Readiness
@ApplicationScoped
@Identifier("requests-assignment")
public class RequestsAssignment implements KafkaConsumerRebalanceListener, HealthCheck {

    private final AtomicBoolean assigned = new AtomicBoolean();

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assigned.set(true);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("requests assignment")
                .status(assigned.get())
                .build();
    }
}
