package dev.ponder.reasoner.engine;

import static java.util.Objects.requireNonNull;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.engine.EngineConfig.StopRequests;
import dev.ponder.reasoner.engine.ShardNames.Place;
import dev.ponder.tls.ChannelTls;
import dev.ponder.triton.client.pool.HealthRule;
import dev.ponder.triton.client.pool.ShardPool;
import dev.ponder.triton.client.shard.ShardSecurity;
import dev.ponder.triton.client.shard.ShardSettings;
import dev.ponder.triton.client.shard.TritonShard;
import dev.ponder.triton.client.token.TokenCodec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The pool of all shards, which follows the names that it was told. */
public final class Shards implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(Shards.class);

    private final ShardNames names;
    private final ShardSettings settings;
    private final TokenCodec codec;
    private final Ticker ticker;
    private final ChannelTls tls;
    private final ShardPool pool;
    private @Nullable Future<?> again;

    /**
     * Looks the names up once, then again and again; connections open when they are first used.
     *
     * @param looking looks again; a name server may keep it waiting, so it should have nothing else to do that must be on time
     */
    public Shards(EngineConfig config, TokenCodec codec, Ticker ticker, ScheduledExecutorService looking) {
        this.tls = new ChannelTls(looking);
        this.names = ShardNames.of(config.shards());
        this.codec = codec;
        this.ticker = ticker;
        ShardSecurity security =
                config.tls().map(files -> ShardSecurity.by(tls.client(files))).orElseGet(ShardSecurity::plain);
        ShardSettings plain =
                ShardSettings.of(config.model()).withChannels(config.channels()).secured(security);
        this.settings = config.stopRequests() == StopRequests.ALWAYS ? plain.stoppingBySide() : plain;
        this.pool = new ShardPool(List.of(), HealthRule.standard(), ticker);
        look();
        if (names.areMany()) {
            long pause = config.refresh().toMillis();
            again = looking.scheduleWithFixedDelay(this::lookAgain, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** The pool; closed with this. */
    public ShardPool pool() {
        return pool;
    }

    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException broken) {
            // A scheduler ends a task that throws, without a word; new shards would then never be found.
            LOGGER.error("a look-up of shards failed", broken);
        }
    }

    private void look() {
        Map<String, Place> now = names.look();
        pool.renew(now.keySet(), name -> open(requireNonNull(now.get(name), name)));
    }

    private TritonShard open(Place place) {
        ShardSettings own = settings.secured(settings.security().named(place.host()));
        return new TritonShard(place.address(), own, codec, ticker);
    }

    @Override
    public void close() {
        if (again != null) {
            again.cancel(true);
        }
        pool.close();
        tls.close();
    }
}
