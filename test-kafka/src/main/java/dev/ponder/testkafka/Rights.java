package dev.ponder.testkafka;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Who may do what on a test's broker. Holds nothing. */
public final class Rights {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Rights() {}

    /**
     * Grants them, and returns once the broker goes by them.
     *
     * @param admin may alter ACLs, and asks the one broker there is
     */
    public static void grant(Admin admin, Collection<AclBinding> rights)
            throws ExecutionException, InterruptedException {
        admin.createAcls(rights).all().get();
        // The controller has them; the broker, which answers this, hears of them a moment later.
        await().atMost(PATIENCE)
                .until(() ->
                        admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(rights));
    }
}
