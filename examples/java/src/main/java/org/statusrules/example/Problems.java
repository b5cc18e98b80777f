package org.statusrules.example;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.statusrules.Fact;
import org.statusrules.StatusRulesException;

/** Bad input comes back as problem+json (RFC 9457), with what the library says of it. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    @ExceptionHandler
    ProblemDetail refused(StatusRulesException error) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, error.getMessage());
        problem.setProperty("code", error.code().key());
        error.fact().map(Fact::key).ifPresent(fact -> problem.setProperty("fact", fact));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail wrongClass(IllegalArgumentException error) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, error.getMessage());
    }
}
