package dev.ponder.local.connect;

import dev.ponder.contracts.id.TenantId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a tenant's name from the command line. */
public final class TenantConverter implements ITypeConverter<TenantId> {

    @Override
    public TenantId convert(String text) {
        if (!TenantId.isValid(text)) {
            throw new TypeConversionException(
                    "a tenant's name has lower-case letters, digits and inner dashes, at most 63: " + text);
        }
        return new TenantId(text);
    }
}
