package dev.ponder.triton.shard.brain.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads files of sampled answers, a JSON object a line, plain or gzipped: questions as {@link QuestionForm} finds them, answers as
 * {@link AnswerForm} does. Rows that lack either are passed over; a file all of whose rows do is refused.
 */
public final class Recordings {

    private final NamedQuestions named;
    private final Map<String, List<String>> answers = new LinkedHashMap<>();

    private Recordings(NamedQuestions named) {
        this.named = named;
    }

    /**
     * Reads all files.
     *
     * @param files of answers
     * @param questions files of questions, for answers that name theirs by {@code id} or {@code gid} alone
     * @return answers by question, as often as they were sampled
     * @throws UnplayableFileException if a file can't be read or there is nothing to play in it
     */
    public static Map<String, List<String>> read(List<Path> files, List<Path> questions) throws IOException {
        NamedQuestions named = new NamedQuestions();
        for (Path file : questions) {
            JsonRows.each(file, named::add);
        }
        return read(files, named);
    }

    /** The same with questions that are read already. */
    static Map<String, List<String>> read(List<Path> files, NamedQuestions named) throws IOException {
        Recordings recordings = new Recordings(named);
        for (Path file : files) {
            recordings.read(file);
        }
        return recordings.answers;
    }

    private void read(Path file) throws IOException {
        Tally tally = new Tally();
        JsonRows.each(file, row -> add(row, tally));
        if (tally.played == 0) {
            throw new UnplayableFileException(file, tally.says(), null);
        }
    }

    private void add(JsonNode row, Tally tally) {
        List<String> questions = questions(row);
        List<String> texts = AnswerForm.of(row);
        tally.count(!questions.isEmpty(), !texts.isEmpty());
        if (!texts.isEmpty()) {
            questions.forEach(question ->
                    answers.computeIfAbsent(question, _ -> new ArrayList<>()).addAll(texts));
        }
    }

    private List<String> questions(JsonNode row) {
        List<String> own = QuestionForm.of(row);
        return own.isEmpty() ? named.of(row).map(List::of).orElse(own) : own;
    }

    /** What was found in a file. */
    private static final class Tally {
        private int rows;
        private int asked;
        private int answered;
        private int played;

        private void count(boolean question, boolean texts) {
            rows++;
            asked += question ? 1 : 0;
            answered += texts ? 1 : 0;
            played += question && texts ? 1 : 0;
        }

        private String says() {
            return "nothing to play. Of " + rows + " rows " + asked + " have a question (looked for "
                    + QuestionForm.LOOKED_FOR + ", or the id or gid of one in a file of --questions) and " + answered
                    + " have answers (looked for " + AnswerForm.LOOKED_FOR + ")";
        }
    }
}
