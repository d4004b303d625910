package dev.ponder.router.classification;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A domain, and the words and signs that speak for it, English and Chinese. Evidence, not proof. */
enum Domain {
    MATH(
            "\\d+\\s*[-+*/^=×÷]\\s*\\d",
            "\\\\(frac|sqrt|int|sum|lim|cdot)",
            "\\b(solve|equation|integral|derivative|differentiate|probability|triangle|how many|how much|percent|sum of|prove)\\b",
            "多少|方程|求导|积分|极限|概率|三角形|计算|证明"),
    CODE(
            "\\b(function|python|java|javascript|sql|regex|algorithm|code|program|class|array|compile|bug)\\b",
            "def \\w+\\(|\\bimport \\w+|[{};]\\s*$|代码|函数|编程"),
    PHYSICS(
            "\\b(velocity|force|newton|joule|voltage|current|momentum|quantum|wavelength|acceleration)\\b",
            "速度|加速度|电压|电流|动量|牛顿"),
    CHEMISTRY("\\b(molecule|reaction|acid|oxid\\w+|mole|compound|chemical|ph of)\\b", "分子|化学|反应|酸|氧化|摩尔"),
    BIOLOGY("\\b(cell|gene|dna|protein|species|enzyme|organism|photosynthesis)\\b", "细胞|基因|蛋白|酶|生物|光合"),
    TRANSLATION("\\btranslat\\w+\\b|\\binto (english|chinese|french|german|spanish|japanese)\\b", "翻译|译成"),
    CREATIVE("\\b(write|compose|story|poem|song|essay|imagine|role-?play)\\b", "写一|作文|故事|诗|小说"),
    GENERAL_TEXT("\\b(who|what|when|where|why|summari[sz]e|explain|describe)\\b", "谁|什么|为什么|总结|解释");

    private static final int MOST_FINDS = 8;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList(), which nobody can change
    private final List<Pattern> evidence;

    Domain(String... patterns) {
        this.evidence = List.of(patterns).stream()
                .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE))
                .toList();
    }

    /** How much speaks for it: a pattern counts once, and a little more for each further find. */
    double weightIn(String text) {
        return evidence.stream()
                .mapToDouble(pattern -> Math.log1p(findsIn(text, pattern)))
                .sum();
    }

    private static double findsIn(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .limit(MOST_FINDS)
                .mapToDouble(_ -> 1)
                .sum();
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
