package io.creditledger.service.purchase.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.service.account.PackageCatalogue;
import io.creditledger.service.platform.security.NeedsNoKey;
import io.creditledger.service.purchase.BrowserPayments;
import io.creditledger.service.purchase.CardConsent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is for sale, and what a browser needs to know to pay. Open to everybody. */
@Tag(name = "Buying")
@RestController
class ShopController {

    private final PackageCatalogue catalogue;
    private final ObjectProvider<BrowserPayments> payments;
    private final CardConsent consent;
    private final boolean demo;

    ShopController(
            PackageCatalogue catalogue,
            CardConsent consent,
            ObjectProvider<BrowserPayments> payments,
            @Value("${ledger.demo:false}") boolean demo) {
        this.demo = demo;
        this.catalogue = catalogue;
        this.consent = consent;
        this.payments = payments;
    }

    @Operation(operationId = "findPackages", summary = "The packages on offer; needs no key")
    @SecurityRequirements
    @NeedsNoKey
    @GetMapping("/v1/packages")
    List<CreditPackage> packages() {
        return catalogue.all();
    }

    @Operation(operationId = "findConfig", summary = "What a browser needs to know to pay; needs no key")
    @SecurityRequirements
    @NeedsNoKey
    @GetMapping("/v1/config")
    BrowserConfig config() {
        BrowserPayments known = payments.getIfAvailable();
        return known == null
                ? new BrowserConfig(null, null, false, demo, consent.text(), catalogue.all())
                : BrowserConfig.of(known, demo, consent, catalogue.all());
    }

    /**
     * What a browser may know.
     *
     * @param publishableKey names the merchant to the payment provider; null while cards can't be given
     *     in a browser
     * @param scriptAddress where the payment provider's script is loaded from; null while none is configured
     * @param simulator whether the payment provider is only played
     * @param demo whether the account "demo" may be played with
     * @param cardConsent what a customer agrees to by saving a card, to be shown beside the form
     */
    record BrowserConfig(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String publishableKey,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String scriptAddress,

            boolean simulator,
            boolean demo,
            String cardConsent,
            List<CreditPackage> packages) {

        static BrowserConfig of(
                BrowserPayments known, boolean demo, CardConsent consent, List<CreditPackage> packages) {
            String key = known.publishableKey();
            return new BrowserConfig(
                    key.isEmpty() ? null : key,
                    known.scriptAddress(),
                    known.simulated(),
                    demo,
                    consent.text(),
                    packages);
        }
    }
}
