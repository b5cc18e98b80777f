package org.statusrules.example;

import java.time.LocalDate;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.statusrules.Answer;
import org.statusrules.Facts;
import org.statusrules.Law;
import org.statusrules.Options;
import org.statusrules.Provision;
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.StatusRules;

/** Answers a question about a case, with the source of the answer. */
@RestController
class AnswersController {
    /**
     * A question. Names and facts are texts, as in the vectors of the library: {@code "term": "visa"}, or a label.
     *
     * @param question the name of the question
     * @param law the name of the law; the statement if not given
     * @param knownOn only what had been published by this day
     * @param reading the name of the reading
     * @param strict nothing is presumed
     * @param facts what is known
     */
    record Request(@NotNull String question, String law, LocalDate knownOn, String reading, boolean strict,
            @NotEmpty Map<String, Object> facts) {
        Options options() {
            Options options = Options.DEFAULT.law(law == null ? Law.STATEMENT : new Law(law)).strict(strict);
            options = knownOn == null ? options : options.knownOn(knownOn);
            return reading == null ? options : options.reading(Reading.named(reading));
        }
    }

    /**
     * The answer. The facts are not repeated, and nothing of the case is written down.
     *
     * @param answer the answer
     * @param source the source of the provision that decided; null where none did
     * @param passage what the provision rests on
     * @param receipt what the office keeps beside its decision
     */
    record Response(Answer answer, String source, String passage, String receipt) {
    }

    @PostMapping("/answers")
    Response answer(@Valid @RequestBody Request request) {
        Question question = Question.named(request.question());
        Facts facts = Facts.of(request.facts());
        Options options = request.options();
        Answer answer = StatusRules.ask(question, facts, options);
        return new Response(answer, answer.provision().map(Provision::source).orElse(null),
            answer.provision().map(provision -> provision.passage().en()).orElse(null),
            StatusRules.receipt(question, facts, options).text());
    }
}
