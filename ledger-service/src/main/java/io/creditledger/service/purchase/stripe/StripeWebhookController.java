package io.creditledger.service.purchase.stripe;

import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.security.NeedsNoKey;
import io.creditledger.service.purchase.stripe.StripeSignature.Finding;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Stripe delivers its news. Says yes once they are in the inbox, which is soon: what they bring is looked at afterwards.
 * Takes the body as the bytes that they are, because these are what is signed.
 */
@Hidden
@RestController
@Conditional(StripeIsConfigured.class)
class StripeWebhookController {

    private static final Logger log = LoggerFactory.getLogger(StripeWebhookController.class);

    private final StripeSignature signature;
    private final StripeEvents events;
    private final StripeInbox inbox;
    private final StripeInboxWorker worker;
    private final StripeMeters meters;
    private final boolean live;

    StripeWebhookController(
            StripeSignature signature,
            StripeEvents events,
            StripeInbox inbox,
            StripeInboxWorker worker,
            StripeMeters meters,
            StripeProperties properties) {
        this.signature = signature;
        this.events = events;
        this.inbox = inbox;
        this.worker = worker;
        this.meters = meters;
        this.live = properties.isLive();
    }

    @NeedsNoKey
    @PostMapping("/v1/stripe/webhook")
    @ResponseStatus(HttpStatus.OK)
    void receive(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        requireGenuine(body, request.getHeader("Stripe-Signature"));
        StripeDelivery delivery = read(body);
        StripeNotice notice = delivery.notice();
        String problem = delivery.problem();
        if (problem != null) {
            log.error("Event {} of Stripe, {}, is set aside: {}", notice.eventId(), notice.type(), problem);
            inbox.quarantine(notice, problem);
            meters.delivered("quarantined");
        } else if (notice.news() == null) {
            meters.delivered("unneeded");
        } else {
            boolean awaited = inbox.accept(notice);
            meters.delivered(awaited ? "accepted" : "repeated");
            if (awaited) {
                worker.lookAtOnce(notice.eventId());
            }
        }
    }

    private void requireGenuine(byte[] body, @Nullable String header) {
        Finding finding = signature.check(body, header);
        switch (finding.verdict()) {
            case GENUINE -> meters.clocksDiffer(finding.ahead());
            case OUTDATED -> {
                meters.clocksDiffer(finding.ahead());
                meters.delivered("outdated");
                log.error(
                        "A delivery of Stripe was signed {} s ago: either it is repeated by somebody, or a clock is wrong",
                        finding.ahead().toSeconds());
                throw invalid("the signature is not of now");
            }
            case FORGED -> {
                meters.delivered("forged");
                throw invalid("the header Stripe-Signature does not sign this body with a secret that is known here");
            }
        }
    }

    private StripeDelivery read(byte[] body) {
        try {
            return StripeDelivery.read(body, events, live);
        } catch (IllegalArgumentException none) {
            throw invalid("what is signed is no event");
        }
    }

    private static ProblemException invalid(String detail) {
        return Problem.of(ProblemType.INVALID_SIGNATURE, detail).asException();
    }
}
