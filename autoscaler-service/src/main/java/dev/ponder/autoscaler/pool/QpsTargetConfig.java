package dev.ponder.autoscaler.pool;

/** A rate that was promised, of requests as long as they are lately. */
public interface QpsTargetConfig {

    /** The rate. More keeps more replicas ready. */
    double requestsPerSecond();

    /** Prompt tokens of a request, until requests are seen. */
    double inputTokens();

    /** Tokens that a request needs, until requests are seen. */
    double outputTokens();
}
