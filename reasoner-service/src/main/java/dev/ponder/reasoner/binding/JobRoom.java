package dev.ponder.reasoner.binding;

/** The tokens that one job holds, while it goes on. The job's thread. */
public interface JobRoom {

    /** Room without bounds. */
    JobRoom BOUNDLESS = new JobRoom() {
        @Override
        public boolean growTo(int tokens) {
            return true;
        }

        @Override
        public void shrinkTo(int tokens) {}
    };

    /** Takes more if it is there, without waiting for it; whether the job holds so many now. */
    boolean growTo(int tokens) throws InterruptedException;

    /** Gives back what is more than this. */
    void shrinkTo(int tokens);
}
