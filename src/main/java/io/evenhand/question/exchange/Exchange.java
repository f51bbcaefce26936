package io.evenhand.question.exchange;

import io.evenhand.platform.TenantId;
import io.evenhand.question.Bank;
import io.evenhand.question.Entry;
import io.evenhand.question.EntryDocument;
import io.evenhand.question.EntryQuery;
import io.evenhand.question.ImportReport;
import io.evenhand.question.QuestionStatus;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Moves questions between a tenant's bank and files; a file goes in as a whole or not at all. */
@Component
public class Exchange {

    private final Bank bank;
    private final FileReader reader;
    private final ShippedBanks shipped;

    Exchange(Bank bank, FileReader reader, ShippedBanks shipped) {
        this.bank = bank;
        this.reader = reader;
        this.shipped = shipped;
    }

    /**
     * @param otherwise the status of questions that name none; if empty, what the bank has already
     *     keeps its own and what is new becomes a draft
     */
    public Mono<ImportReport> takeIn(
            TenantId tenant, FileType type, byte[] file, Optional<QuestionStatus> otherwise) {
        return Mono.fromCallable(() -> reader.read(type.format(), file, otherwise))
                .subscribeOn(Schedulers.parallel())
                .flatMap(arrivals -> bank.takeIn(tenant, arrivals));
    }

    /** Takes in a bank that comes with the service; empty if there is none of that name. */
    public Mono<ImportReport> takeIn(TenantId tenant, String source, QuestionStatus otherwise) {
        return Mono.fromCallable(() -> shipped.read(source, otherwise))
                .subscribeOn(Schedulers.parallel())
                .flatMap(Mono::justOrEmpty)
                .flatMap(arrivals -> bank.takeIn(tenant, arrivals));
    }

    public Mono<String> giveOut(EntryQuery query, FileType type) {
        return bank.find(query)
                .map(found -> type.format().write(found.stream().map(Exchange::document).toList()));
    }

    private static EntryDocument document(Entry entry) {
        return EntryDocument.of(entry);
    }
}
