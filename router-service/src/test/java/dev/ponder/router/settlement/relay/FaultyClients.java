package dev.ponder.router.settlement.relay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Real clients whose producer fails at the worst moment, a set number of times. */
final class FaultyClients implements Clients {

    /** When it fails. */
    enum Fault {
        /** All is sent, nothing committed. */
        BEFORE_COMMIT,
        /** All is committed, and the answer is lost. */
        AFTER_COMMIT,
        /** Only some of it is sent. */
        WHILE_SENDING
    }

    private final Clients real;
    private final Fault fault;
    private final AtomicInteger left;

    FaultyClients(Clients real, Fault fault, int times) {
        this.real = real;
        this.fault = fault;
        this.left = new AtomicInteger(times);
    }

    int faultsLeft() {
        return left.get();
    }

    @Override
    @SuppressWarnings("unchecked") // a proxy's type is not known to the compiler
    public Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> producer = real.producer();
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (_, method, arguments) -> call(producer, method, arguments));
    }

    private @Nullable Object call(Producer<byte[], byte[]> producer, Method method, Object[] arguments)
            throws Throwable {
        if (isHit(Fault.BEFORE_COMMIT, method, "commitTransaction")) {
            producer.flush();
            throw new TimeoutException("lost before the commit");
        }
        if (isHit(Fault.WHILE_SENDING, method, "send")) {
            throw new TimeoutException("not sent");
        }
        Object answer = invoke(producer, method, arguments);
        if (isHit(Fault.AFTER_COMMIT, method, "commitTransaction")) {
            throw new TimeoutException("lost after the commit");
        }
        return answer;
    }

    private boolean isHit(Fault when, Method method, String name) {
        return fault == when && method.getName().equals(name) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    private static @Nullable Object invoke(Producer<byte[], byte[]> producer, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(producer, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    @Override
    public Consumer<byte[], byte[]> outcomes() {
        return real.outcomes();
    }

    @Override
    public Consumer<byte[], byte[]> register() {
        return real.register();
    }

    @Override
    public Producer<byte[], byte[]> rescues() {
        return real.rescues();
    }

    @Override
    public Admin admin() {
        return real.admin();
    }
}
