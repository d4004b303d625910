package dev.ponder.models.sizing;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads bytes as Kubernetes writes them: {@code 8Gi}, {@code 1.5G}, {@code 8589934592}. */
final class Quantity implements ITypeConverter<Long> {

    private static final Pattern FORM = Pattern.compile("([0-9]+(?:[.][0-9]+)?)(|k|M|G|T|Ki|Mi|Gi|Ti)");
    private static final Map<String, Double> UNITS = Map.of(
            "", 1.0, "k", 1e3, "M", 1e6, "G", 1e9, "T", 1e12, "Ki", 0x1p10, "Mi", 0x1p20, "Gi", 0x1p30, "Ti", 0x1p40);

    @Override
    public Long convert(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new TypeConversionException("\"" + text + "\" is no amount of memory; write one as 8Gi");
        }
        return (long) (Double.parseDouble(parts.group(1)) * UNITS.getOrDefault(parts.group(2), 1.0));
    }
}
