package io.evenhand.grading.work;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Budget;
import io.evenhand.grading.Grading;
import io.evenhand.grading.Spent;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the graders what they think of an answer, and no model where a budget is spent. */
@Component
class Panel {

    private final Graders graders;
    private final List<Budget> budgets;

    Panel(Graders graders, List<Budget> budgets) {
        this.graders = graders;
        this.budgets = budgets;
    }

    Mono<Graders.Opinions> judge(Grading grading, Assignment assignment) {
        return Flux.fromIterable(budgets)
                .concatMap(budget -> budget.spent(grading))
                .next()
                .flatMap(spent -> unpaid(grading, assignment, spent))
                .switchIfEmpty(Mono.defer(() -> asked(grading, assignment)));
    }

    private Mono<Graders.Opinions> asked(Grading grading, Assignment assignment) {
        return grading.anew() ? graders.gradeAnew(assignment) : graders.grade(assignment);
    }

    private Mono<Graders.Opinions> unpaid(Grading grading, Assignment assignment, Spent spent) {
        return grading.anew()
                ? graders.withoutMoney(assignment, spent)
                : graders.gradeForNothing(assignment, spent);
    }
}
