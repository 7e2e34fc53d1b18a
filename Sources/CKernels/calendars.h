// Calendars: the same arithmetic as WorkingTime in PlanNetwork, divisions as exact products.
#pragma once

#include "lanes.h"

/// x / d for 0 <= x < 2^30, given 1 / d: half a unit keeps the product away from whole numbers by far more than its error.
INLINE int32_t quotient(int32_t x, double inverse) { return (int32_t)(((double)x + 0.5) * inverse); }

INLINE int32_t instant_of(const hw_calendar *k, int32_t minute) {
    int32_t base = 0;
    if (minute >= k->repeat_work) {
        int32_t weeks = quotient(minute - k->repeat_work, k->week_inverse);
        minute -= weeks * k->week_work;
        base = weeks * 10080;
    }
    int32_t slot = quotient(minute, k->granule_inverse);
    return base + k->granule_of[slot] * k->granule + minute - slot * k->granule;
}

INLINE int32_t position_at(const hw_calendar *k, int32_t instant) {
    int32_t base = 0;
    if (instant >= k->repeat_instant) {
        int32_t weeks = quotient(instant - k->repeat_instant, 1.0 / 10080);
        instant -= weeks * 10080;
        base = weeks * k->week_work;
    }
    int32_t slot = quotient(instant, k->granule_inverse);
    int32_t inside = instant - slot * k->granule, room = k->work_at[slot + 1] - k->work_at[slot];
    return base + k->work_at[slot] + (inside < room ? inside : room);
}

/// The earliest or the latest instant with a position.
INLINE int32_t spelled(const hw_calendar *k, int32_t position, int late) {
    if (late) return instant_of(k, position < 0 ? 0 : position);
    return position <= 0 ? 0 : instant_of(k, position - 1) + 1;
}

/// One replication's bound of an arc that passes through instants; far below 0 where it lies before time 0.
INLINE int32_t converted(const hw_program *program, const uint32_t *arc, int32_t position) {
    const hw_calendar *from = program->calendars + arc[3], *to = program->calendars + arc[4];
    int32_t lag = (int32_t)arc[2], elapsed = arc[1] & HW_ELAPSED ? lag : 0;
    int late = arc[1] & HW_SPELLED_LATE, worked = !(arc[1] & HW_ELAPSED), own = arc[3] == arc[5];
    int32_t instant = spelled(from, position + (worked && own ? lag : 0), late);
    if (worked && !own) {
        const hw_calendar *lagged = program->calendars + arc[5];
        instant = spelled(lagged, position_at(lagged, instant) + lag, late);
    }
    instant += elapsed;
    return instant < 0 ? INT32_MIN / 2 : position_at(to, instant);
}
