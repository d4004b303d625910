package dev.ponder.reasoner.engine;

import dev.ponder.tls.TlsFiles;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The shards that this reasoner drives. */
@ConfigMapping(prefix = "reasoner.engine")
public interface EngineConfig {

    /**
     * The shards' gRPC addresses: {@code host:port} is one shard, {@code dns:host:port} is one for each address of the name, which is
     * looked up again and again (a headless service of Kubernetes).
     */
    @NotEmpty
    List<String> shards();

    /** The model's name on the shards. */
    @WithDefault("tensorrt_llm")
    @NotBlank
    String model();

    /** The pause between look-ups of names. Less finds new shards sooner; the JVM itself remembers an answer for 30 s. */
    @WithDefault("5s")
    Duration refresh();

    /** By what shards are known and this reasoner shows who it is; the channels speak plain text without it. */
    Optional<TlsFiles> tls();

    /** HTTP/2 connections a shard. More help past some hundred streams. */
    @WithDefault("1")
    @Min(1)
    @Max(4)
    int channels();

    /** When a cancel is sent as a request too. */
    @WithDefault("as-needed")
    StopRequests stopRequests();

    /** When a cancelled generation is also stopped by a request of its id. */
    enum StopRequests {
        /** Where the model's metadata shows that a cancelled call does not reach its engine: it is an ensemble. */
        AS_NEEDED,
        /** Always, where the model takes such a request: its engine looks for no cancelled call. */
        ALWAYS
    }

    /** The model's {@code tokenizer.json}; without it counts are approximate and the {@code ifb} profile can't be used. */
    Optional<Path> tokenizer();

    /** Whether token ids are UTF-8 bytes: for simulated shards of the {@code ifb} profile. */
    @WithDefault("false")
    boolean byteTokens();

    /**
     * The model's {@code tokenizer_config.json}: its chat template, or the {@code chat_template.jinja} beside it, is run as it is. One that
     * can't be run keeps the service from starting. ChatML without it.
     */
    Optional<Path> tokenizerConfig();
}
