package dev.ponder.simulation.client;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Makes Kafka clients, of whose many methods only those do something that the shipped code calls. Stateless. */
final class Calls {

    /** Does what a method is for. */
    interface Answer {

        /** Answers a call; throws {@link #unknown} what it does not know. */
        @Nullable
        Object to(String method, Object[] arguments);
    }

    private static final Object[] NONE = {};

    private Calls() {}

    /** A client of a kind. */
    static <T> T client(Class<T> kind, Answer answer) {
        return kind.cast(Proxy.newProxyInstance(
                Calls.class.getClassLoader(),
                new Class<?>[] {kind},
                (_, method, arguments) -> answer.to(method.getName(), arguments == null ? NONE : arguments)));
    }

    static UnsupportedOperationException unknown(String method) {
        return new UnsupportedOperationException("the shipped code has begun to call " + method);
    }
}
