// The orders in which a block's replications may take the strata; see hw_random.h.
#include "hw_random.h"

void hw_strata_fill(uint16_t *orders) {
    const uint32_t key[2] = {0, 0};
    for (uint32_t order = 0; order < HW_STRATA_ORDERS; order++) {
        uint16_t *values = orders + order * HW_STRATA;
        for (uint32_t i = 0; i < HW_STRATA; i++) values[i] = (uint16_t)i;
        for (uint32_t i = HW_STRATA - 1; i > 0; i--) {
            uint32_t counter[4] = {order, i, 0, 0}, word[4];
            hw_philox4x32_10(counter, key, word);
            // 32 random bits leave no order more than 2^-26 likelier than another.
            uint32_t other = (uint32_t)((uint64_t)word[0] * (i + 1) >> 32);
            uint16_t held = values[i];
            values[i] = values[other];
            values[other] = held;
        }
    }
}
