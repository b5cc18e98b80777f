package org.statusrules.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.statusrules.Answer;
import org.statusrules.Law;
import org.statusrules.Options;
import org.statusrules.Outcome;
import org.statusrules.Facts;
import org.statusrules.Receipt;
import org.statusrules.StatusRules;
import org.statusrules.Term;
import org.statusrules.Verification;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BackOfficeTest {
    @Autowired
    private TestRestTemplate web;
    @Autowired
    private JdbcTemplate database;
    @Autowired
    private Reevaluation reevaluation;
    @Autowired
    private ObjectMapper json;

    private ResponseEntity<JsonNode> post(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return web.postForEntity("/answers", new HttpEntity<>(body, headers), JsonNode.class);
    }

    private JsonNode problem(String body) {
        ResponseEntity<JsonNode> response = post(body);
        assertThat(response.getStatusCode().value()).isEqualTo(400);
        assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(response.getBody().get("status").asInt()).isEqualTo(400);
        return response.getBody();
    }

    @Test
    void aPermitOfTheEndOf2021IsValidThrough18July2022() throws Exception {
        ResponseEntity<JsonNode> response = post("""
            {"question": "extension", "facts": {"term": "вид на жительство", "last_day": "2021-12-31"}}""");
        assertThat(response.getStatusCode().value()).isEqualTo(200);
        JsonNode body = response.getBody();
        assertThat(body.at("/answer/validThrough/day").asText()).isEqualTo("2022-07-18");
        assertThat(body.at("/source").asText()).contains("29 November 2021", "https://");
        Facts facts = Facts.builder().term(Term.PERMANENT_RESIDENCE_PERMIT).lastDay(LocalDate.of(2021, 12, 31)).build();
        assertThat(new Receipt(body.get("receipt").asText()).verify(facts)).isEqualTo(Verification.EQUAL);
        assertThat(json.treeToValue(body.get("answer"), Answer.class))
            .isEqualTo(StatusRules.extension(Term.PERMANENT_RESIDENCE_PERMIT, LocalDate.of(2021, 12, 31)));
    }

    @Test
    void theParametersAreUsed() {
        JsonNode body = post("""
            {"question": "extension", "law": "measures", "knownOn": "2021-11-29", "reading": "literal",
             "facts": {"term": "permanent_residence_permit", "last_day": "2021-09-30", "location": "in_russia"}}""").getBody();
        assertThat(body.at("/answer/validThrough/day").asText()).isEqualTo("2021-12-31");
    }

    @Test
    void aNameThatIsNoneIsAProblemThatSaysWhichIsClose() {
        JsonNode problem = problem("""
            {"question": "extension", "facts": {"term": "permanent_residence_permut"}}""");
        assertThat(problem.get("code").asText()).isEqualTo("name");
        assertThat(problem.get("detail").asText()).contains("permanent_residence_permit");
    }

    @Test
    void aValueOutOfRangeIsAProblemThatSaysOfWhichFact() {
        JsonNode problem = problem("""
            {"question": "vaccination", "facts": {"age": 151}}""");
        assertThat(problem.get("code").asText()).isEqualTo("range");
        assertThat(problem.get("fact").asText()).isEqualTo("age");
    }

    @Test
    void aDateThatIsWrongIsAProblemThatSaysOfWhichFact() {
        JsonNode problem = problem("""
            {"question": "extension", "facts": {"term": "visa", "last_day": "2021-02-29"}}""");
        assertThat(problem.get("code").asText()).isEqualTo("no_such_day");
        assertThat(problem.get("fact").asText()).isEqualTo("last_day");
        assertThat(problem.get("detail").asText()).startsWith("last_day: there is no such day");
    }

    @Test
    void everyOtherBadInputIsAProblem() {
        problem("{\"question\": \"extension\"}");
        problem("{\"facts\": {\"term\": \"visa\"}}");
        problem("{\"question\": \"extension\", \"facts\": {}}");
        problem("{\"question\": \"vaccination\", \"facts\": {\"age\": \"many\"}}");
        problem("{\"question\": \"vaccination\", \"facts\": {\"age\": 12.5}}");
        problem("{\"question\": \"extension\", \"facts\": {\"last_day\": {}}}");
        problem("{\"question\": \"extension\", \"law\": \"code\", \"facts\": {\"term\": \"visa\"}}");
        problem("{\"question\": \"extension\", \"knownOn\": \"yesterday\", \"facts\": {\"term\": \"visa\"}}");
        problem("no json");
    }

    @Test
    void theJobReportsWhatTheStatementChangedAndThenNothing() {
        Random random = new Random(8);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(new Object[] {Term.of(1 + random.nextInt(16)).key(),
                LocalDate.of(2021, 1, 1).plusDays(random.nextInt(500))});
        }
        database.batchUpdate("INSERT INTO document (term, last_day) VALUES (?, ?)", rows);
        long documents = database.queryForObject("SELECT count(*) FROM document", Long.class);
        Options before = Options.DEFAULT.knownOn(LocalDate.of(2021, 11, 28));
        List<Reevaluation.Transition> first = reevaluation.run(before);
        assertThat(first).containsExactly(new Reevaluation.Transition(null, Outcome.SILENT, documents));
        List<Reevaluation.Transition> second = reevaluation.run(Options.DEFAULT);
        assertThat(second).extracting(Reevaluation.Transition::from).containsOnly(Outcome.SILENT);
        assertThat(second).extracting(Reevaluation.Transition::to).contains(Outcome.YES, Outcome.CONFLICT);
        assertThat(reevaluation.run(Options.DEFAULT)).isEmpty();
        assertThat(reevaluation.run(Options.DEFAULT.law(Law.MEASURES))).isNotEmpty();
        reevaluation.run(Options.DEFAULT);
        database.query("SELECT term, last_day, outcome, valid_through FROM document", row -> {
            Answer answer = StatusRules.extension(Facts.of(java.util.Map.of("term", row.getString("term"), "last_day",
                row.getDate("last_day").toLocalDate())));
            assertThat(row.getString("outcome")).isEqualTo(answer.outcome().key());
            assertThat(row.getDate("valid_through") == null ? null : row.getDate("valid_through").toLocalDate())
                .isEqualTo(answer.validThrough().map(day -> day.orElseThrow()).orElse(null));
        });
        long reported = second.stream().mapToLong(Reevaluation.Transition::documents).sum();
        assertThat(database.queryForObject("SELECT count(*) FROM transition WHERE outcome_before = 'silent' "
            + "AND outcome_after <> 'silent'", Long.class)).isGreaterThanOrEqualTo(reported);
    }
}
