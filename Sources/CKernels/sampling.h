// What a record says of itself and of its duration: its first words, the draw, and what events do to it.
#pragma once

#include "quantiles.h"
#include "uniforms.h"

/// Triangular durations, the commonest: constants take the scale of the uniforms, which changes no bit, as it is a power of two.
/// `choice` is the key's choice of strata, if they are stratified.
INLINE void triangular_minutes(const hw_program *program, const uint32_t *w, uint32_t choice, const counters *counters,
                               int stratified, row *duration) {
    float scale = SCALE(stratified), inverse = 1.0f / scale;
    triangle t = triangle_of(w + 2);
    float share = t.share * scale, rise = t.below * inverse, fall = t.above * inverse;
    UNROLLED
    for (int g = 0; g < CHUNKS / 2; g++) {
        vfloat u[2];
        scaled_uniforms(program, w[0], w[1], choice, counters, g, stratified, u);
        UNROLLED
        for (int half = 0; half < 2; half++) {
            vint below = u[half] < share;
            vfloat root = __builtin_elementwise_sqrt(below ? u[half] * rise : (scale - u[half]) * fall);
            duration->chunk[2 * g + half] = minutes(below ? t.low + root : t.high - root);
        }
    }
}

/// How many words the key and the parameters of a shape take.
INLINE size_t drawn_words(uint32_t shape) {
    static const uint8_t words[] = {[HW_FIXED] = 1,     [HW_UNIFORM] = 4, [HW_TRIANGULAR] = 5, [HW_PERT] = 6,
                                    [HW_LOGNORMAL] = 4, [HW_NORMAL] = 5,  [HW_TABULATED] = 4};
    return words[shape];
}

/// Draws a record's durations, as whole minutes into `duration` or unrounded into `exact`, from its key and parameters at `w`.
/// `choice` is the key's choice of strata, if they are stratified.
INLINE void draw(const hw_program *program, uint32_t shape, const uint32_t *w, uint32_t choice, const counters *counters,
                 int stratified, row *duration, float_row *exact) {
    if (shape == HW_FIXED) {
        for (int c = 0; c < CHUNKS; c++) {
            if (duration) duration->chunk[c] = (vint)(int32_t)w[0];
            if (exact) exact->chunk[c] = (vfloat)(float)(int32_t)w[0];
        }
        return;
    }
    if (shape == HW_TRIANGULAR && duration) {
        triangular_minutes(program, w, choice, counters, stratified, duration);
        return;
    }
// One loop a shape, so that its constants are found once.
#define EACH(shape)                                                                                                              \
    UNROLLED                                                                                                                     \
    for (int g = 0; g < CHUNKS / 2; g++) {                                                                                       \
        vfloat u[2];                                                                                                             \
        scaled_uniforms(program, w[0], w[1], choice, counters, g, stratified, u);                                                \
        UNROLLED                                                                                                                 \
        for (int half = 0; half < 2; half++) {                                                                                   \
            vfloat drawn = quantile(program, shape, w + 2, u[half] * (1.0f / SCALE(stratified)));                                \
            if (duration) duration->chunk[2 * g + half] = minutes(drawn);                                                        \
            if (exact) exact->chunk[2 * g + half] = drawn;                                                                       \
        }                                                                                                                        \
    }                                                                                                                            \
    return
    switch (shape) {
    case HW_UNIFORM: EACH(HW_UNIFORM);
    case HW_TRIANGULAR: EACH(HW_TRIANGULAR);
    case HW_PERT: EACH(HW_PERT);
    case HW_LOGNORMAL: EACH(HW_LOGNORMAL);
    case HW_NORMAL: EACH(HW_NORMAL);
    default: EACH(HW_TABULATED);
    }
#undef EACH
}

/// The same, the choice of strata found first; returns how many words the key and the parameters take.
INLINE size_t sample(const hw_program *program, uint32_t shape, const uint32_t *w, const counters *counters, int stratified,
                     row *duration, float_row *exact) {
    uint32_t choice = stratified && shape != HW_FIXED ? strata_choice(w[0], w[1], counters->block) : 0;
    draw(program, shape, w, choice, counters, stratified, duration, exact);
    return drawn_words(shape);
}

/// A record's first words, taken apart.
typedef struct {
    uint32_t op, plain, special;
    uint32_t slot;
    vint floor;
    const int32_t *limits;
    uint32_t start_slot, output;
} header;

INLINE const uint32_t *read_header(const uint32_t *w, header *h) {
    h->op = w[0];
    h->slot = w[1];
    w += 2;
    h->plain = h->op >> HW_PLAIN_SHIFT & HW_MOST_COUNTED;
    if (h->op & HW_IS_WIDE) h->plain = *w++;
    h->special = h->op & HW_HAS_SPECIALS ? *w++ : 0;
    h->floor = (vint)(h->op & HW_HAS_FLOOR ? (int32_t)*w++ : INT32_MIN);
    h->limits = (const int32_t *)(const void *)w;
    if (h->op & HW_HAS_LIMITS) w += 3;
    if (h->op & HW_KEEPS_START) h->start_slot = *w++;
    if (h->op & HW_IS_OUTPUT) h->output = *w++;
    return w;
}

/// Which replications' starts a window holds.
INLINE vint inside(const uint32_t *window, vint start) { return start >= (int32_t)window[0] & start < (int32_t)window[1]; }

/// Draws durations on which events act. `starts` is null where the effects with windows are to be left out, `without_count` rows from
/// `without` on are left out.
/// Returns the word after the effects.
INLINE const uint32_t *affected(const hw_program *program, const hw_workspace *workspace, uint32_t shape, const uint32_t *w,
                                const counters *counters, int stratified, const row *starts, uint32_t without,
                                uint32_t without_count, row *duration) {
    float_row exact;
    w += sample(program, shape, w, counters, stratified, 0, &exact);
    uint32_t count = *w++;
    const uint32_t *end = w;
    for (uint32_t pass = 0; pass < 3; pass++) {
        const uint32_t *effect = w;
        if (pass == HW_DELAYS)
            for (int c = 0; c < CHUNKS; c++) duration->chunk[c] = minutes(exact.chunk[c]);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t kind = effect[0] & HW_EFFECT_MASK, place = effect[0] >> HW_EFFECT_SHIFT;
            const uint32_t *window = effect[0] & HW_WINDOWED ? effect + 1 : 0;
            effect += window ? 3 : 1;
            if (kind != pass || place - without < without_count || (window && !starts)) continue;
            const float_row *factors = (const float_row *)(const void *)workspace->effects + place;
            const row *whole = (const row *)(const void *)factors;
            for (int c = 0; c < CHUNKS; c++) {
                vint acts = window ? inside(window, starts->chunk[c]) : (vint)-1;
                if (pass == HW_MULTIPLIES) {
                    exact.chunk[c] *= acts ? factors->chunk[c] : (vfloat)1.0f;
                } else if (pass == HW_DELAYS) {
                    duration->chunk[c] += acts ? whole->chunk[c] : (vint)0;
                } else {
                    duration->chunk[c] *= whole->chunk[c];
                }
            }
        }
        end = effect;
    }
    return end;
}
