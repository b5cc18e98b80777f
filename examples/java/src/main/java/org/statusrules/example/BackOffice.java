package org.statusrules.example;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Serves POST /answers; with {@code --reevaluate} it runs the job once instead, and prints the transitions. */
@SpringBootApplication
public class BackOffice {
    /** Starts the service or the job. */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--reevaluate")) {
            try (var context = new SpringApplicationBuilder(BackOffice.class).web(WebApplicationType.NONE)
                    .run(arguments)) {
                context.getBean(Reevaluation.class).run(Reevaluation.AS_KNOWN_NOW).forEach(System.out::println);
            }
        } else {
            SpringApplication.run(BackOffice.class, arguments);
        }
    }
}
