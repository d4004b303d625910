package dev.ponder.cluster.loop;

import dev.ponder.cluster.parts.Autoscaler;
import dev.ponder.cluster.parts.Broker;
import dev.ponder.cluster.parts.Page;
import dev.ponder.cluster.parts.Pool;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An autoscaler whose every call of the API server goes through a gateway of its own, with the rights of its README and no more.
 *
 * @param gateway what it passes through
 * @param autoscaler the process
 */
record Gated(Gateway gateway, Autoscaler autoscaler) implements AutoCloseable {

    /** Starts one for a pool; {@code more} keys win over the usual ones. */
    static Gated start(Pool pool, String name, Broker broker, int max, Page page, Map<String, String> more)
            throws IOException, GeneralSecurityException, LaunchException {
        Path folder = pool.site().cluster().folder();
        Gateway gateway = Gateway.open(pool.site().cluster());
        Account account = new Account(pool.site(), name);
        account.lay(Account.RIGHTS);
        Map<String, String> keys = new HashMap<>(pool.keys(max, page.address(), true));
        keys.put(
                "autoscaler.cluster.kubeconfig",
                account.kubeconfig(folder, gateway.address()).toString());
        keys.putAll(more);
        return new Gated(gateway, Autoscaler.start(folder, name, broker.bootstrap(), keys));
    }

    /** Its writes of replicas that the API server took. */
    List<Passed> writes() {
        return gateway.passed().stream()
                .filter(one -> one.asked().writesScale() && one.wrote())
                .toList();
    }

    /** Its attempts to write replicas, whatever came of them. */
    List<Passed> attempts() {
        return gateway.passed().stream()
                .filter(one -> one.asked().writesScale())
                .toList();
    }

    @Override
    public void close() {
        autoscaler.close();
        gateway.close();
    }
}
