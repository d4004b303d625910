package dev.ponder.reasoner.engine;

import dev.ponder.triton.client.shard.ShardAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which shards there are: those named one by one, and an address each of the names that stand for many. A name that is not known now has
 * the addresses that it had: a name server that is away takes no shard away. One thread at a time.
 */
final class ShardNames {

    private static final String MANY = "dns:";

    private final List<ShardAddress> single = new ArrayList<>();
    private final List<ShardAddress> names = new ArrayList<>();
    private final Map<ShardAddress, List<String>> found = new HashMap<>();
    private final Resolver resolver;

    /**
     * Reads what is configured; nothing is looked up yet.
     *
     * @throws IllegalArgumentException if one of them is no address
     */
    ShardNames(List<String> configured, Resolver resolver) {
        this.resolver = resolver;
        for (String text : configured) {
            if (text.startsWith(MANY)) {
                names.add(ShardAddress.parse(text.substring(MANY.length())));
            } else {
                single.add(ShardAddress.parse(text));
            }
        }
    }

    /** Names and addresses as the system resolves them. */
    static ShardNames of(List<String> configured) {
        return new ShardNames(configured, InetAddress::getAllByName);
    }

    /** Whether any of them can change. */
    boolean areMany() {
        return !names.isEmpty();
    }

    /** All shards now by where they are, each with the host whose name its certificate bears. */
    Map<String, Place> look() {
        Map<String, Place> shards = new LinkedHashMap<>();
        single.forEach(one -> shards.put(one.toString(), new Place(one, one.host())));
        for (ShardAddress name : names) {
            addresses(name).forEach(host -> {
                ShardAddress address = new ShardAddress(host, name.port());
                shards.put(address.toString(), new Place(address, name.host()));
            });
        }
        return shards;
    }

    private List<String> addresses(ShardAddress name) {
        try {
            List<String> now = Stream.of(resolver.resolve(name.host()))
                    .map(InetAddress::getHostAddress)
                    .sorted()
                    .toList();
            found.put(name, now);
            return now;
        } catch (UnknownHostException unknown) {
            return found.getOrDefault(name, List.of());
        }
    }

    /** A shard's address, and the host that it was found by. */
    record Place(ShardAddress address, String host) {}

    /** Looks names up. */
    @FunctionalInterface
    interface Resolver {

        /** All addresses of a name; blocks. */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }
}
