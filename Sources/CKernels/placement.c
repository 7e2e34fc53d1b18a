// Serial passes over a grid of time units; see hw_placement.h.
#include "hw_placement.h"

#include <string.h>

/// Whether a demand fits into a slot. `words` is a constant where this is inlined.
static inline int slot_fits(const uint64_t *slot, const uint64_t *need, const uint64_t *guard, uint32_t words) {
    uint64_t missing = 0;
    for (uint32_t w = 0; w < words; w++) missing |= guard[w] & ~(slot[w] - need[w]);
    return missing == 0;
}

/// The first window of `length` slots at or after `from` that all fit; -1 where there is none. A window is looked at from its end, so that
/// a slot that does not fit moves the window as far as it can; slots below `known` are known to fit.
static inline int32_t window_early(const hw_grid *grid, const uint64_t *need, int32_t length, int32_t from, uint32_t words) {
    int32_t known = from;
    while (from <= grid->slots - length) {
        int32_t at = from + length - 1;
        while (at >= known && slot_fits(grid->free + (size_t)at * words, need, grid->guard, words)) at--;
        if (at < known) return from;
        known = from + length;
        from = at + 1;
    }
    return -1;
}

/// The last window of `length` slots that begins at or before `from`, or -1; the mirror of the above.
static inline int32_t window_late(const hw_grid *grid, const uint64_t *need, int32_t length, int32_t from, uint32_t words) {
    int32_t known = from + length;
    while (from >= 0) {
        int32_t at = from;
        while (at < known && slot_fits(grid->free + (size_t)at * words, need, grid->guard, words)) at++;
        if (at >= known) return from;
        known = from;
        from = at - length;
    }
    return -1;
}

static inline void take(const hw_grid *grid, const uint64_t *need, int32_t length, int32_t from, uint32_t words) {
    uint64_t *slot = grid->free + (size_t)from * words;
    for (int32_t at = 0; at < length; at++, slot += words)
        for (uint32_t w = 0; w < words; w++) slot[w] -= need[w];
}

void hw_grid_clear(const hw_grid *grid, uint32_t words, int32_t end) {
    for (int32_t s = 0; s < grid->segment_count && grid->segment_from[s] < end; s++) {
        int32_t to = s + 1 < grid->segment_count && grid->segment_from[s + 1] < end ? grid->segment_from[s + 1] : end;
        const uint64_t *value = grid->segment_free + (size_t)s * words;
        uint64_t *slot = grid->free + (size_t)grid->segment_from[s] * words;
        for (int32_t at = grid->segment_from[s]; at < to; at++, slot += words)
            for (uint32_t w = 0; w < words; w++) slot[w] = value[w];
    }
}

static inline int32_t place_early(const hw_activities *a, const hw_grid *grid, const int32_t *order, int32_t *start,
                                  uint32_t *unplaced, uint32_t words) {
    int32_t makespan = 0;
    *unplaced = 0;
    for (uint32_t i = 0; i < a->count; i++) {
        uint32_t v = (uint32_t)order[i];
        int32_t from = a->release[v];
        for (int32_t arc = a->in_offset[v]; arc < a->in_offset[v + 1]; arc++) {
            int32_t bound = start[a->in_node[arc]] + a->in_weight[arc];
            from = bound > from ? bound : from;
        }
        if (a->kind[v] == HW_ASKS_SLOTS) {
            const uint64_t *need = a->need + (size_t)v * words;
            int32_t at = window_early(grid, need, a->duration[v], from, words);
            if (at >= 0) {
                take(grid, need, a->duration[v], at, words);
                from = at;
            } else if (grid->slots < grid->horizon) {
                return HW_GRID_SHORT;
            } else {
                from = from > grid->horizon ? from : grid->horizon;
                ++*unplaced;
            }
        } else if (a->kind[v] == HW_NEVER_FITS) {
            from = from > grid->horizon ? from : grid->horizon;
            ++*unplaced;
        }
        start[v] = from;
        int32_t finish = from + a->duration[v];
        makespan = finish > makespan ? finish : makespan;
    }
    return makespan;
}

static inline void place_late(const hw_activities *a, const hw_grid *grid, const int32_t *order, int32_t *start, int32_t end,
                              uint32_t words) {
    for (uint32_t i = 0; i < a->count; i++) {
        uint32_t v = (uint32_t)order[i];
        int32_t from = end - a->duration[v];
        for (int32_t arc = a->out_offset[v]; arc < a->out_offset[v + 1]; arc++) {
            int32_t bound = start[a->out_node[arc]] - a->out_weight[arc];
            from = bound < from ? bound : from;
        }
        if (a->kind[v] == HW_ASKS_SLOTS) {
            const uint64_t *need = a->need + (size_t)v * words;
            from = window_late(grid, need, a->duration[v], from, words);
            // The start it had is free: see the proof at `ActivityDecoder.justify`.
            if (from < start[v]) from = start[v];
            take(grid, need, a->duration[v], from, words);
        }
        start[v] = from;
    }
}

int32_t hw_first_fit(const hw_activities *a, const hw_grid *grid, uint32_t activity, int32_t from) {
    const uint64_t *need = a->need + (size_t)activity * a->words;
    return window_early(grid, need, a->duration[activity], from, a->words);
}

int hw_fits(const hw_activities *a, const hw_grid *grid, uint32_t activity, int32_t from) {
    const uint64_t *need = a->need + (size_t)activity * a->words;
    if (from > grid->slots - a->duration[activity]) return 0;
    for (int32_t at = from; at < from + a->duration[activity]; at++)
        if (!slot_fits(grid->free + (size_t)at * a->words, need, grid->guard, a->words)) return 0;
    return 1;
}

void hw_occupy(const hw_activities *a, const hw_grid *grid, uint32_t activity, int32_t from) {
    take(grid, a->need + (size_t)activity * a->words, a->duration[activity], from, a->words);
}

int32_t hw_place_early(const hw_activities *a, const hw_grid *grid, const int32_t *order, int32_t *start, uint32_t *unplaced) {
    hw_grid_clear(grid, a->words, grid->slots);
    switch (a->words) {
    case 1: return place_early(a, grid, order, start, unplaced, 1);
    case 2: return place_early(a, grid, order, start, unplaced, 2);
    default: return place_early(a, grid, order, start, unplaced, a->words);
    }
}

void hw_place_late(const hw_activities *a, const hw_grid *grid, const int32_t *order, int32_t *start, int32_t end) {
    hw_grid_clear(grid, a->words, end < grid->slots ? end : grid->slots);
    switch (a->words) {
    case 1: return place_late(a, grid, order, start, end, 1);
    case 2: return place_late(a, grid, order, start, end, 2);
    default: return place_late(a, grid, order, start, end, a->words);
    }
}

void hw_order(const int32_t *source, size_t count, const int32_t *key, int32_t lowest, int32_t highest, int32_t *scratch,
              uint32_t *buckets, int32_t *order) {
    uint32_t range = (uint32_t)highest - (uint32_t)lowest;
    uint32_t digits = 1;
    while (digits < 3 && range >> (11 * digits)) digits++;
    for (uint32_t digit = 0; digit < digits; digit++) {
        uint32_t shift = 11 * digit, top = range >> shift;
        size_t used = top < HW_ORDER_BUCKETS ? top + 1 : HW_ORDER_BUCKETS;
        memset(buckets, 0, used * sizeof(uint32_t));
        for (size_t i = 0; i < count; i++) buckets[((uint32_t)key[i] - (uint32_t)lowest) >> shift & (HW_ORDER_BUCKETS - 1)]++;
        uint32_t sum = 0;
        for (size_t b = 0; b < used; b++) {
            uint32_t here = buckets[b];
            buckets[b] = sum;
            sum += here;
        }
        // The last digit ends in `order`; those before go back and forth.
        int32_t *target = (digits - digit) & 1 ? order : scratch;
        for (size_t i = 0; i < count; i++) {
            int32_t number = source[i];
            target[buckets[((uint32_t)key[number] - (uint32_t)lowest) >> shift & (HW_ORDER_BUCKETS - 1)]++] = number;
        }
        source = target;
    }
}
