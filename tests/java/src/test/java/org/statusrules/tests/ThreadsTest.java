package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.statusrules.Answer;
import org.statusrules.Language;
import org.statusrules.StatusRules;

@DisplayName("Threads do not disturb each other")
class ThreadsTest {
    private static final int THREADS = 8;

    @Test
    @DisplayName("eight threads get the answers and texts that one gets")
    void eightThreads() throws Exception {
        List<Vectors.Row> rows = Vectors.read("measures-extension.tsv").stream()
            .filter(row -> row.error().isEmpty()).toList();
        List<Answer> answers = rows.stream().map(Vectors.Row::ask).toList();
        List<String> texts = rows.subList(0, 200).stream().map(ThreadsTest::explain).toList();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        CountDownLatch together = new CountDownLatch(THREADS);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random order = new Random(thread);
            counts.add(pool.submit(() -> {
                List<Integer> places = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    places.add(i);
                }
                Collections.shuffle(places, order);
                together.countDown();
                together.await();
                int differences = 0;
                for (int place : places) {
                    differences += rows.get(place).ask().equals(answers.get(place)) ? 0 : 1;
                    if (place < texts.size()) {
                        differences += explain(rows.get(place)).equals(texts.get(place)) ? 0 : 1;
                    }
                }
                return differences;
            }));
        }
        for (Future<Integer> count : counts) {
            assertEquals(0, count.get());
        }
        pool.shutdown();
    }

    private static String explain(Vectors.Row row) {
        return StatusRules.explain(row.question(), row.facts(), row.options(), Language.RU);
    }
}
