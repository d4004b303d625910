package dev.ponder.tls;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the check of names logs. */
final class Listening extends Handler implements AutoCloseable {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(NameCheck.class.getName());

    Listening() {
        logger.addHandler(this);
    }

    List<String> heard() {
        return heard;
    }

    @Override
    public void publish(LogRecord said) {
        heard.add(said.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
