package io.creditledger.service.purchase.stripe;

import io.creditledger.service.purchase.Newsroom;
import io.creditledger.service.purchase.PaymentNews;
import io.creditledger.service.purchase.PaymentNews.CardsChanged;
import io.creditledger.service.purchase.PaymentNews.Verdict;
import java.util.function.Function;

/**
 * Finds out whose cards have changed when Stripe does not say so, because only its customers carry our notes. What another
 * installation's customers do is none of ours, and what a deleted customer had has gone with them.
 */
final class CardNews implements Function<PaymentNews, Verdict> {

    private final Newsroom newsroom;
    private final StripePaymentGateway gateway;

    CardNews(Newsroom newsroom, StripePaymentGateway gateway) {
        this.newsroom = newsroom;
        this.gateway = gateway;
    }

    @Override
    public Verdict apply(PaymentNews news) {
        if (!(news instanceof CardsChanged cards) || cards.accountId() != null) {
            return newsroom.learn(news);
        }
        StripePaymentGateway.Owner owner = gateway.ownerOf(cards.customerReference());
        return owner.deleted() || owner.elsewhere()
                ? Verdict.NOT_OURS
                : newsroom.learn(new CardsChanged(cards.customerReference(), owner.accountId()));
    }
}
