package io.creditledger.service.account;

import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.money.Credits;
import io.creditledger.service.account.PastConsumptions.PastConsumption;
import java.util.ArrayList;
import java.util.List;

/** What of a consumption has not been given back yet, lot by lot. */
record ReversibleConsumption(PastConsumption past) {

    Credits left() {
        return past.reversals().stream()
                .map(ConsumptionReversed::amount)
                .reduce(past.consumed().amount(), Credits::minus);
    }

    /**
     * Which lots get how much back, the last drawn first.
     *
     * @param amount no more than is left
     */
    List<Draw> returnsOf(Credits amount) {
        List<Draw> returns = new ArrayList<>(2);
        Credits missing = amount;
        for (Draw draw : past.consumed().draws().reversed()) {
            // More than was drawn may have come back, where another lot had no room.
            Credits returned = returnedTo(draw.lotId()).min(draw.amount());
            Credits back = draw.amount().minus(returned).min(missing);
            if (!back.isZero()) {
                returns.add(new Draw(draw.lotId(), back));
                missing = missing.minus(back);
            }
        }
        return returns;
    }

    private Credits returnedTo(LotId lot) {
        return past.reversals().stream()
                .flatMap(reversal -> reversal.returns().stream())
                .filter(back -> back.lotId().equals(lot))
                .map(Draw::amount)
                .reduce(Credits.ZERO, Credits::plus);
    }
}
