package io.creditledger.service.platform.threads;

import io.creditledger.service.platform.metrics.LedgerMeters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the carriers of virtual threads watched wherever the service runs, and says how often it was needed. */
@Configuration(proxyBeanMethods = false)
class CarrierConfiguration {

    @Bean
    MeterBinder carrierMeters() {
        CarrierThreads.watch();
        return registry -> FunctionCounter.builder(LedgerMeters.CARRIER_STALLS.meterName(), CarrierThreads.class, _ ->
                        (double) CarrierThreads.stalls())
                .baseUnit(LedgerMeters.CARRIER_STALLS.unit())
                .description(LedgerMeters.CARRIER_STALLS.description())
                .register(registry);
    }
}
