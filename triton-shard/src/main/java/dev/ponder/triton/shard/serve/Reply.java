package dev.ponder.triton.shard.serve;

import dev.ponder.triton.shard.fault.Fault;
import dev.ponder.triton.wire.ModelInferResponse;
import io.grpc.Status;

/** Where the answers of one request go. Thread-safe; what comes after the call is over goes nowhere. */
public interface Reply {

    /** A message. */
    void send(ModelInferResponse message);

    /**
     * An error of the backend.
     *
     * @param about the message that carries it, with the final mark as the backend set it
     * @param code the status of a unary call; a stream carries the text only
     */
    void error(ModelInferResponse about, Status.Code code, String text);

    /** Nothing more comes of this request. */
    void ended();

    /** Breaks the call, or the connections, as a fault says. */
    void breakOff(Fault fault);
}
