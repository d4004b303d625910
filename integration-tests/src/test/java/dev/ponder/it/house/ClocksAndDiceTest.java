package dev.ponder.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Time, chance and threads enter the services, and the libraries that they are made of, by ports ({@code Ticker}, {@code Pauser}, random
 * generators, executors), so that the whole chain can run by a clock that is turned by hand.
 */
class ClocksAndDiceTest {

    private static final List<String> MODULES = List.of(
            "contracts",
            "mechanics",
            "access",
            "channel-tls",
            "tracing",
            "scaling",
            "work-queue",
            "triton-client",
            "router-service",
            "reasoner-service",
            "cache-service",
            "autoscaler-service",
            "simulation",
            "fleet-simulation");

    private static final Pattern MACHINES_OWN = Pattern.compile(
            "System\\.nanoTime|System\\.currentTimeMillis|Instant\\.now\\(\\)|Local(Date|Time|DateTime)\\.now\\(\\)"
                    + "|Clock\\.system|Math\\.random|new Random\\(\\)|ThreadLocalRandom|randomUUID|new Date\\(\\)");

    /** Who may ask the machine itself, and why. */
    private static final Map<String, String> ASKING = Map.of(
            "SystemTicker", "it is the port's own other side",
            "ChatTemplate",
                    "a model's template may print today's date; it takes a clock, and this is where it is chosen");

    private static final Pattern CHOICES = Pattern.compile("Ticker\\.system\\(\\)|Pauser\\.system\\(\\)|Thread\\.sleep"
            + "|RandomGenerator\\.(getDefault|of)|Executors\\.new|Thread\\.of(Platform|Virtual)|new Thread\\(");

    /** Who, beside a package {@code wiring}, may choose the machine's clocks, chance and threads, and why. */
    private static final Map<String, String> CHOOSING = Map.ofEntries(
            Map.entry("QueueRim", "the work queue's rim: nothing else of it chooses"),
            Map.entry("ChannelTls", "its default; who has a timer gives it"),
            Map.entry("RoutingProducer", "puts a request's way together"),
            Map.entry("SharingProducer", "puts sharing together"),
            Map.entry("SettlementLifecycle", "puts settlement together and runs its two loops"),
            Map.entry("ChainAccess", "one look at the start, beside the channels"),
            Map.entry("Agreement", "a loop's thread; it takes its clock"),
            Map.entry("PoolLoop", "a loop's thread; its turn takes the time as an argument"),
            Map.entry("WakeWatch", "a loop's thread; it takes its clock"),
            Map.entry("LeaseLeadership", "a loop's thread; it takes its clock"),
            Map.entry("Fiber", "the virtual clock is made of threads"),
            Map.entry("Simulation", "the virtual clock is made of threads"));

    @Test
    void nobodyAsksTheMachineButThePorts() throws IOException {
        assertThat(users(MACHINES_OWN)).containsOnlyKeys(ASKING.keySet());
    }

    @Test
    void onlyTheRimChoosesTheMachinesClocksAndThreads() throws IOException {
        assertThat(users(CHOICES)).containsOnlyKeys(CHOOSING.keySet());
    }

    /** Each class that uses such a thing, with the lines; those of {@code wiring} and the ports' own left out. */
    private static Map<String, List<String>> users(Pattern what) throws IOException {
        Map<String, List<String>> users = new TreeMap<>();
        for (String module : MODULES) {
            try (Stream<Path> files =
                    Files.walk(ModulePoms.root().resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(ClocksAndDiceTest::counts).toList()) {
                    List<String> lines = lines(file, what);
                    if (!lines.isEmpty()) {
                        String name = file.getFileName().toString().replace(".java", "");
                        users.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(lines);
                    }
                }
            }
        }
        return users;
    }

    private static boolean counts(Path file) {
        boolean port =
                Set.of("Ticker.java", "Pauser.java").contains(file.getFileName().toString());
        return file.toString().endsWith(".java")
                && !port
                && !file.endsWith(Path.of("wiring", file.getFileName().toString()));
    }

    private static List<String> lines(Path file, Pattern what) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("*") && !line.startsWith("/") && !line.startsWith("import "))
                .filter(line -> what.matcher(line).find())
                .toList();
    }
}
