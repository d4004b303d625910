package dev.ponder.cluster.shards;

import dev.ponder.cluster.site.Site;

/**
 * Volumes of a site, each for one claim: nobody makes any on simulated nodes.
 *
 * @param site whose claims may have them
 */
record Volumes(Site site) {

    /** Lays one for a claim of ours. */
    void lay(String claim, String mode) {
        site.apply("""
                        apiVersion: v1
                        kind: PersistentVolume
                        metadata: {name: %1$s-%2$s}
                        spec:
                          accessModes: [%3$s]
                          capacity: {storage: 1Ti}
                          persistentVolumeReclaimPolicy: Retain
                          claimRef: {namespace: %1$s, name: %2$s}
                          hostPath: {path: /tmp/%1$s-%2$s}
                        """.formatted(site.namespace(), claim, mode)).orFail();
    }

    /** The same, and a claim beside it. */
    void layClaimed(String claim) {
        lay(claim, "ReadWriteMany");
        site.apply("""
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        metadata: {name: %s}
                        spec:
                          storageClassName: ""
                          accessModes: [ReadWriteMany]
                          resources: {requests: {storage: 1Gi}}
                        """.formatted(claim)).orFail();
    }

    /** Takes one away again. */
    void take(String claim) {
        site.client()
                .persistentVolumes()
                .withName(site.namespace() + "-" + claim)
                .delete();
    }
}
