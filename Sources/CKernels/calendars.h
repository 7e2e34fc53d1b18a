// Calendars: the same arithmetic as WorkingTime in PlanNetwork, a row at a time.
#pragma once

#include "lanes.h"

typedef uint64_t vwide __attribute__((ext_vector_type(CHUNK / 2)));

enum { MINUTES_A_WEEK = 10080 };

/// Quotients of 0 or more, less than 2^30.
INLINE vint quotient(vint x, hw_divisor divisor) {
    vwide pairs = __builtin_bit_cast(vwide, x);
    vwide even = ((pairs & 0xFFFFFFFFu) * divisor.multiplier) >> divisor.shift;
    vwide odd = ((pairs >> 32) * divisor.multiplier) >> divisor.shift << 32;
    return __builtin_bit_cast(vint, even | odd);
}

/// Whole weeks since a calendar's plain week began to repeat; 0 before.
INLINE vint weeks_since(vint begin, vint x, hw_divisor week) { return x >= begin ? quotient(x - begin, week) : (vint)0; }

/// Whether some value is no less than `bound`: most plans end before their calendars repeat.
INLINE int reaches(const row *values, int32_t bound) {
    vint some = 0;
    for (int c = 0; c < CHUNKS; c++) some |= values->chunk[c] >= bound;
    return bits_of(some) != 0;
}

/// Replaces places by what a table has there, word by word through memory: portable, and a row is long enough to hide the latency.
INLINE void look_up(const int32_t *table, row *places) {
    int32_t *place = (int32_t *)places;
    for (int l = 0; l < HW_LANES; l++) place[l] = table[place[l]];
}

/// Whether positions are instants.
INLINE int runs_always(const hw_calendar *k) { return k->week_work == MINUTES_A_WEEK && k->repeat_instant == 0; }

/// Positions of 0 or more to instants, in their later spelling.
INLINE void to_instants(const hw_calendar *k, row *values) {
    row slots, inside = *values;
    if (reaches(values, k->repeat_work)) {
        for (int c = 0; c < CHUNKS; c++) {
            vint weeks = weeks_since((vint)k->repeat_work, values->chunk[c], k->week_divisor);
            inside.chunk[c] -= weeks * k->week_work;
            values->chunk[c] += weeks * (MINUTES_A_WEEK - k->week_work);
        }
    }
    for (int c = 0; c < CHUNKS; c++) slots.chunk[c] = quotient(inside.chunk[c], k->granule_divisor);
    look_up(k->idle_before, &slots);
    for (int c = 0; c < CHUNKS; c++) values->chunk[c] += slots.chunk[c];
}

/// Instants of 0 or more to positions.
INLINE void to_positions(const hw_calendar *k, row *values) {
    if (runs_always(k)) return;
    row slots, base;
    for (int c = 0; c < CHUNKS; c++) base.chunk[c] = 0;
    if (reaches(values, k->repeat_instant)) {
        const hw_divisor week = hw_divisor_of(MINUTES_A_WEEK);
        for (int c = 0; c < CHUNKS; c++) {
            vint weeks = weeks_since((vint)k->repeat_instant, values->chunk[c], week);
            values->chunk[c] -= weeks * MINUTES_A_WEEK;
            base.chunk[c] = weeks * k->week_work;
        }
    }
    for (int c = 0; c < CHUNKS; c++) {
        slots.chunk[c] = quotient(values->chunk[c], k->granule_divisor);
        values->chunk[c] -= slots.chunk[c] * k->granule;
    }
    look_up(k->work_at, &slots);
    for (int c = 0; c < CHUNKS; c++) {
        vint works = -(slots.chunk[c] & 1);
        vint position = __builtin_bit_cast(vint, __builtin_bit_cast(vword, slots.chunk[c]) >> 1);
        values->chunk[c] = base.chunk[c] + position + (values->chunk[c] & works);
    }
}

/// The instants at positions: the earliest of them for finishes, the latest for starts; positions before time 0 count as 0, and position
/// 0 has no instant before it.
INLINE void spelled(const hw_calendar *k, int late, row *values) {
    int32_t before = late || runs_always(k) ? 0 : 1;
    row known = *values;
    for (int c = 0; c < CHUNKS; c++) values->chunk[c] = __builtin_elementwise_max(values->chunk[c] - before, (vint)0);
    if (runs_always(k)) return;
    to_instants(k, values);
    if (!late)
        for (int c = 0; c < CHUNKS; c++) values->chunk[c] = (values->chunk[c] + before) & (known.chunk[c] > 0);
}

/// The bounds of an arc that passes through instants; far below 0 where they lie before time 0. `values` are positions that it leaves.
INLINE void convert(const hw_program *program, const uint32_t *arc, row *values) {
    const hw_calendar *from = program->calendars + arc[3], *to = program->calendars + arc[4];
    int32_t lag = (int32_t)arc[2];
    int late = arc[1] & HW_SPELLED_LATE, elapsed = arc[1] & HW_ELAPSED, own = arc[3] == arc[5];
    if (!elapsed && own)
        for (int c = 0; c < CHUNKS; c++) values->chunk[c] += lag;
    spelled(from, late, values);
    if (!elapsed && !own) {
        const hw_calendar *lagged = program->calendars + arc[5];
        to_positions(lagged, values);
        for (int c = 0; c < CHUNKS; c++) values->chunk[c] += lag;
        spelled(lagged, late, values);
    }
    row instants = *values;
    if (elapsed)
        for (int c = 0; c < CHUNKS; c++) {
            instants.chunk[c] += lag;
            values->chunk[c] = __builtin_elementwise_max(instants.chunk[c], (vint)0);
        }
    to_positions(to, values);
    if (elapsed)
        for (int c = 0; c < CHUNKS; c++) values->chunk[c] = instants.chunk[c] < 0 ? (vint)(INT32_MIN / 2) : values->chunk[c];
}
