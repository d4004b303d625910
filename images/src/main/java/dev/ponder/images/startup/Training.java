package dev.ponder.images.startup;

import dev.ponder.images.plan.Catalogue;
import dev.ponder.images.plan.Entrypoint;
import dev.ponder.images.plan.ImagePlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the JVM's start-up cache (JEP 483, 514, 515) of each image: starts everything as it starts there, has questions answered,
 * and ends it, whereupon each JVM writes what it has loaded, linked and profiled. A cache holds for that very JVM and for jars of
 * the same names, sizes and times.
 */
public final class Training {

    private static final List<String> QUESTIONS = List.of("What is 3/4 + 5/6?", "What is 7 * 8 + 1?");
    /** Asked twice, so that the cache has a hit to tell. */
    private static final String REPEATED = QUESTIONS.getFirst();

    private final House house;
    private final Consumer<String> progress;

    /** Trains in a house, telling a line a step. */
    public Training(House house, Consumer<String> progress) {
        this.house = house;
        this.progress = progress;
    }

    /**
     * Does all of it: about two minutes on two cores.
     *
     * @param out where {@code NAME.aot} of each image is written
     * @throws IOException if a part does not start, does not answer or leaves no cache
     */
    public void run(Path out) throws IOException, InterruptedException {
        Files.createDirectories(out);
        List<Child> running = new ArrayList<>();
        try (Child broker = house.broker()) {
            house.tool(List.of(), List.of("provision", "--bootstrap", house.bootstrap()));
            List<ImagePlan> trained = trained();
            for (ImagePlan plan : trained) {
                running.add(house.start(plan, List.of(Entrypoint.record(cache(out, plan.name())))));
            }
            for (int i = 0; i < trained.size(); i++) {
                double seconds = running.get(i).awaitReady(house.readiness(trained.get(i)));
                progress.accept("%-16s ready after %.1f s, recording"
                        .formatted(trained.get(i).name(), seconds));
            }
            work(out);
            look(trained);
            end(trained, running);
            broker.terminate();
        } finally {
            running.forEach(Child::close);
        }
        house.forget();
        check(out);
    }

    /** A shard first: reasoners are ready once one has answered. */
    private static List<ImagePlan> trained() {
        List<ImagePlan> programs = new ArrayList<>(List.of(Catalogue.named(Catalogue.SHARD)));
        Catalogue.all().stream()
                .filter(plan -> plan.serves() && !plan.name().equals(Catalogue.SHARD))
                .forEach(programs::add);
        return programs;
    }

    private void work(Path out) throws IOException, InterruptedException {
        for (String question : QUESTIONS) {
            ask(List.of(), question);
        }
        ask(List.of(Entrypoint.record(cache(out, Catalogue.TOOLS))), REPEATED);
        house.run(
                Catalogue.named(Catalogue.MODELS),
                List.of(Entrypoint.record(cache(out, Catalogue.MODELS))),
                List.of("sizing", "--table"));
    }

    private void ask(List<String> flags, String question) throws IOException, InterruptedException {
        house.tool(flags, List.of("ask", "--bootstrap", house.bootstrap(), question));
        progress.accept("answered: " + question);
    }

    /** Metrics and liveness are asked of every pod for as long as it lives. */
    private void look(List<ImagePlan> trained) {
        for (ImagePlan plan : trained) {
            for (String page : List.of("/q/metrics", "/q/health/live", "/q/health/started")) {
                Optional<URI> there = house.page(plan, page);
                there.ifPresent(Child::ask);
            }
        }
    }

    /** One after another, since each assembles its cache as it ends. */
    private void end(List<ImagePlan> trained, List<Child> running) throws IOException, InterruptedException {
        for (int i = trained.size() - 1; i >= 0; i--) {
            running.get(i).terminate();
            progress.accept("%-16s recorded".formatted(trained.get(i).name()));
        }
    }

    private static void check(Path out) throws IOException {
        for (ImagePlan plan : Catalogue.all()) {
            if (!Files.isReadable(Path.of(cache(out, plan.name())))) {
                throw new IOException("the JVM left no start-up cache of " + plan.name() + " in " + out);
            }
        }
    }

    private static String cache(Path out, String name) {
        return out.resolve(name + ".aot").toString();
    }
}
