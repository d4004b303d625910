package dev.ponder.cluster.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What a cluster must have before the chart comes: volumes for the caches, and the kinds of those who are to read its objects. */
final class Ground {

    private static final int VOLUMES = 16;

    private Ground() {}

    /** Lays volumes that only this site's claims can have; gives the arguments that make the chart ask for them. */
    static List<String> volumes(Site site) {
        StringBuilder volumes = new StringBuilder();
        for (int i = 0; i < VOLUMES; i++) {
            volumes.append("""
                ---
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: %1$s-%2$d}
                spec:
                  storageClassName: %1$s
                  accessModes: [ReadWriteOnce]
                  capacity: {storage: 10Gi}
                  persistentVolumeReclaimPolicy: Retain
                  hostPath: {path: /tmp/%1$s-%2$d}
                """.formatted(site.namespace(), i));
        }
        site.apply(volumes.toString()).orFail();
        return List.of("--set", "cache.storage.className=" + site.namespace());
    }

    /** Takes the volumes away again. */
    static void noVolumes(Site site) {
        for (int i = 0; i < VOLUMES; i++) {
            site.client()
                    .persistentVolumes()
                    .withName(site.namespace() + "-" + i)
                    .delete();
        }
    }

    /** Has the server know Strimzi's topics and users, as its own generator made them. */
    static void strimzi(Cluster cluster) {
        for (String kind : List.of("KafkaTopic", "KafkaUser")) {
            try (InputStream file = Ground.class.getResourceAsStream("/strimzi/" + kind + ".yaml")) {
                String definition = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
                cluster.kubectl(definition, List.of("apply", "--server-side", "-f", "-"))
                        .orFail();
                cluster.kubectl(definition, List.of("wait", "--for=condition=Established", "--timeout=60s", "-f", "-"))
                        .orFail();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Has the server know a group of kinds, where it does not yet; the check is skipped where nobody has their definitions. */
    static void kinds(Cluster cluster, String group, String folder) {
        if (!cluster.kubectl("", List.of("get", "--raw", "/apis/" + group)).ok()) {
            cluster.know(folder);
        }
    }
}
