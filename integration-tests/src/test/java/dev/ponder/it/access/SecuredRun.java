package dev.ponder.it.access;

import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.ProcessTree;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackLauncher;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.mechanics.time.Ticker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jars that ship, serving three tenants, each process as a principal of its own.
 *
 * @param kafka a broker with TLS, logins and ACLs
 * @param users who asks there
 * @param tree who owns the processes
 * @param stack services and shards
 */
record SecuredRun(SecuredKafka kafka, Users users, ProcessTree tree, Stack stack) implements AutoCloseable {

    /** Starts everything in the folder and returns when all of it serves. */
    static SecuredRun start(Path dir, Map<String, String> reasoner, List<String> shard) throws Exception {
        SecuredKafka kafka = SecuredKafka.start(dir);
        ProcessTree tree = ProcessTree.plant(Ticker.system());
        StackExtras extras = new StackExtras(
                kafka.service("router", Map.of("ponder.tenants", "default,acme,other")),
                kafka.service("reasoner", reasoner),
                shard,
                kafka.service("cache", Map.of()),
                Optional.of(kafka.bootstrap()));
        Stack stack = new StackLauncher(Checkout.current(), tree, Ticker.system(), _ -> {})
                .start(StackSettings.DEFAULT.withExtras(extras));
        return new SecuredRun(kafka, new Users(kafka), tree, stack);
    }

    @Override
    public void close() {
        stack.close();
        tree.close();
        kafka.close();
    }
}
