package dev.ponder.autoscaler.pages;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;
import java.util.stream.Stream;

/** Finds the addresses behind a host's name. */
@FunctionalInterface
public interface NameLookup {

    /** How long this process remembers an answer of the name service. */
    String KEPT_SECONDS = "5";

    /**
     * All addresses of a host; waits for the name service.
     *
     * @throws UnknownHostException where there are none
     */
    List<String> addresses(String host) throws UnknownHostException;

    /** As this machine looks names up. What was found is kept for a turn or so, not for the half minute that is usual: replicas come and go. */
    static NameLookup system() {
        Security.setProperty("networkaddress.cache.ttl", KEPT_SECONDS);
        Security.setProperty("networkaddress.cache.negative.ttl", KEPT_SECONDS);
        return host -> Stream.of(InetAddress.getAllByName(host))
                .map(InetAddress::getHostAddress)
                .toList();
    }
}
