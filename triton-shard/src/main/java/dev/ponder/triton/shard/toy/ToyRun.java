package dev.ponder.triton.shard.toy;

import dev.ponder.triton.shard.engine.Engine;
import dev.ponder.triton.shard.serve.Messages;
import dev.ponder.triton.shard.serve.Reply;
import dev.ponder.triton.wire.ModelInferRequest;
import io.grpc.Status;

/** One request at a toy, on a thread of its own or of its model. */
final class ToyRun implements Runnable, Engine.Running {

    private final Toy toy;
    private final ModelInferRequest request;
    private final ToyJob job;
    private final Reply reply;
    private final ToyEvents events;
    private volatile boolean cancelled;

    ToyRun(Toy toy, ModelInferRequest request, Reply reply, ToyEvents events) {
        this.toy = toy;
        this.request = request;
        this.job = ToyJob.of(request);
        this.reply = reply;
        this.events = events;
    }

    /** A toy looks before each token; nobody wakes it. */
    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void run() {
        events.note("execute", request.getId());
        try {
            switch (job.text()) {
                case "!raise" -> raise("TritonModelException: toy: refused by execute()");
                case "!pyexc" -> raise("ValueError: toy: a plain python exception");
                case "!error" -> error("toy: error response", true);
                case "!empty" -> reply.send(Messages.emptyFinal(request));
                case "!big" -> reply.send(ToyMessages.text(request, "x".repeat(job.bigBytes()), 1, true));
                default -> generate();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            reply.ended();
        }
    }

    private void raise(String exception) {
        reply.error(
                Messages.emptyFinal(request),
                Status.Code.INTERNAL,
                "Failed to process the request(s) for model '" + toy.model() + "_0_0', message: " + exception
                        + "\n\nAt:\n  a simulated backend\n");
    }

    private void error(String text, boolean last) {
        reply.error(Messages.bare(request, last), job.errorCode(), text);
    }

    private void generate() throws InterruptedException {
        if (toy.decoupled()) {
            many();
        } else {
            once();
        }
    }

    private void once() throws InterruptedException {
        for (int i = 0; i < job.maxTokens(); i++) {
            if (seesCancel()) {
                return;
            }
            Thread.sleep(job.delay());
        }
        reply.send(ToyMessages.text(request, job.whole(), job.maxTokens(), true));
        events.note("done", request.getId());
    }

    private void many() throws InterruptedException {
        for (int i = 0; i < job.messages(); i++) {
            if (seesCancel()) {
                return;
            }
            Thread.sleep(job.delay());
            reply.send(ToyMessages.text(request, job.message(i), i + 1, job.isFinal(i)));
        }
        end();
        events.note("done", request.getId());
    }

    private void end() {
        switch (job.text()) {
            case "!mid-error" -> {
                error("toy: error in mid-stream", false);
                reply.send(ToyMessages.text(request, "after-error ", job.messages() + 1, false));
                reply.send(Messages.emptyFinal(request));
            }
            case "!mid-error-final" -> error("toy: error in mid-stream", true);
            case "!raise-late" -> raise("TritonModelException: toy: raised after 2 tokens");
            default -> {
                if (!job.isFinal(job.messages() - 1)) {
                    reply.send(Messages.emptyFinal(request));
                }
            }
        }
    }

    private boolean seesCancel() {
        if (cancelled) {
            events.note("cancelled", request.getId());
            reply.error(Messages.emptyFinal(request), Status.Code.CANCELLED, "toy: request cancelled");
        }
        return cancelled;
    }
}
