package dev.ponder.local.demo;

import dev.ponder.contracts.result.Result;
import dev.ponder.local.terminal.Columns;
import dev.ponder.local.terminal.SafeText;

/** One line a result: id, question, answer, where it came from, tokens, time, price. */
final class ResultLine {

    private static final int ID_CELLS = 10;
    private static final int QUESTION_CELLS = 46;
    private static final int ANSWER_CELLS = 24;

    private ResultLine() {}

    static String heading() {
        return row("id", "question", "answer", "from", "tokens", "ms", "price");
    }

    static String of(Ledger.Answered answered) {
        Result result = answered.result();
        return row(
                answered.question().id().value(),
                answered.question().text(),
                answer(result),
                source(result),
                String.valueOf(ResultFigures.tokens(result)),
                String.valueOf(answered.took().toMillis()),
                ResultFigures.price(result).stripTrailingZeros().toPlainString());
    }

    /** The answer in canonical form, else as it was written; an error's code. */
    static String answer(Result result) {
        if (result.isError()) {
            return result.errorCode();
        }
        String canonical = result.body().path("ponder").path("answer").asText();
        return canonical.isEmpty() ? result.answer() : canonical;
    }

    private static String source(Result result) {
        if (result.isError()) {
            return "refused";
        }
        return result.isHit() ? "cache" : "thought";
    }

    private static String row(
            String id, String question, String answer, String from, String tokens, String millis, String price) {
        return cells(id, ID_CELLS)
                + "  "
                + cells(question, QUESTION_CELLS)
                + "  "
                + cells(answer, ANSWER_CELLS)
                + "  %-7s %6s %7s  %s".formatted(from, tokens, millis, price);
    }

    private static String cells(String text, int cells) {
        return Columns.fit(SafeText.line(text).strip(), cells);
    }
}
