package dev.ponder.cluster.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Marks a class of checks on a cluster: its constructor may take a {@link Site}, which the class has for itself, or the {@link Cluster}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SiteExtension.class)
public @interface OnCluster {

    /** Whether the namespace takes only pods that fit the restricted Pod Security standard. */
    boolean restricted() default false;
}
