// The forward pass over 64 replications; see hw_forecast.h. One body, compiled once for each level of the CPU.
#include "hw_forecast.h"
#include "hw_random.h"

#pragma STDC FP_CONTRACT OFF
// Vectors are handed to inlined functions only, so their calling convention does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))
// Loops over a row's chunks are short and known: unrolled at any level of optimisation.
#define UNROLLED _Pragma("clang loop unroll(full)")
#define CHUNK 8
#define CHUNKS (HW_LANES / CHUNK)

typedef int32_t vint __attribute__((ext_vector_type(CHUNK)));
typedef uint32_t vword __attribute__((ext_vector_type(CHUNK)));
typedef float vfloat __attribute__((ext_vector_type(CHUNK)));
typedef _Bool vbool __attribute__((ext_vector_type(CHUNK)));
typedef uint16_t vhalf __attribute__((ext_vector_type(2 * CHUNK)));

/// A row of one value a replication.
typedef struct {
    vint chunk[CHUNKS];
} row;

/// A row of factors.
typedef struct {
    vfloat chunk[CHUNKS];
} float_row;

/// What the uniforms of a block are made of: each lane's word of the stream times P3, and the block's.
typedef struct {
    vword chunk[CHUNKS];
    uint32_t block;
} counters;

INLINE float as_float(uint32_t word) { return hw_bits_float(word); }
INLINE vword rotl(vword x, int r) { return (x << r) | (x >> (32 - r)); }
INLINE uint8_t bits_of(vint condition) { return __builtin_bit_cast(uint8_t, __builtin_convertvector(condition, vbool)); }

/// Counters of the 64 replications from `first` on: independent words, or the 32 words of the block's jitters.
INLINE counters counters_from(uint32_t first, int stratified) {
    counters result;
    uint32_t start = stratified ? first / 2 : first;
    for (int c = 0; c < CHUNKS; c++)
        for (int l = 0; l < CHUNK; l++) result.chunk[c][l] = (start + (uint32_t)(c * CHUNK + l)) * HW_P32_3;
    result.block = (first / HW_STRATA | 0x80000000u) * HW_P32_3;
    return result;
}

/// `hw_uniform(hw_stream_word(...))` of one chunk's replications, times 2^23.
INLINE vfloat independent_uniform(uint32_t a, uint32_t b, vword lane) {
    vword h = rotl(lane + a, 17) * HW_P32_4;
    h = rotl(h + b, 17) * HW_P32_4;
    h ^= h >> 15;
    h *= HW_P32_2;
    h ^= h >> 13;
    h *= HW_P32_3;
    h ^= h >> 16;
    return __builtin_convertvector((vint)(h >> 9), vfloat) + 0.5f;
}

/// The choice of `hw_strata_choice` from a premixed key.
INLINE uint32_t strata_choice(uint32_t a, uint32_t b, uint32_t block) {
    uint32_t h = hw_rotl32(block + a, 17) * HW_P32_4;
    return hw_xxh32_avalanche(hw_rotl32(h + b, 17) * HW_P32_4);
}

/// `hw_stratified_uniform` of the 16 replications of group `g`, times 2^22, as two chunks.
INLINE void stratified_uniforms(const uint16_t *orders, uint32_t choice, uint32_t a, const counters *counters, int g, vfloat *u) {
    vword h = counters->chunk[g] + a;
    h ^= h >> 16;
    h *= 0x85EBCA6Bu;
    h ^= h >> 13;
    h *= 0xC2B2AE35u;
    h ^= h >> 16;
    vhalf jitter = __builtin_bit_cast(vhalf, h) | (vhalf)(uint16_t)1;
    vhalf stratum;
    memcpy(&stratum, orders + (choice >> 23) * HW_STRATA + 16 * ((uint32_t)g ^ (choice >> 6 & 3)), sizeof stratum);
    stratum ^= (vhalf)(uint16_t)(choice & 63);
    vhalf low = __builtin_shufflevector(jitter, stratum, 0, 16, 1, 17, 2, 18, 3, 19, 8, 24, 9, 25, 10, 26, 11, 27);
    vhalf high = __builtin_shufflevector(jitter, stratum, 4, 20, 5, 21, 6, 22, 7, 23, 12, 28, 13, 29, 14, 30, 15, 31);
    u[0] = __builtin_convertvector(__builtin_bit_cast(vint, low), vfloat);
    u[1] = __builtin_convertvector(__builtin_bit_cast(vint, high), vfloat);
}

/// To whole minutes, never negative.
INLINE vint minutes(vfloat x) {
    x = __builtin_elementwise_max(x, (vfloat)0.0f);
    return __builtin_convertvector(x + 0.5f, vint);
}

typedef float quad __attribute__((ext_vector_type(4)));

/// Where the uniforms of a chunk lie in a quantile table: the first coefficient of each one's cell, and the place in it, 0 <= t < 1.
typedef struct {
    int32_t first[CHUNK];
    vfloat t;
} table_places;

/// The first step of `hw_table_quantile`, for a chunk.
INLINE table_places places_of(vfloat u) {
    table_places result;
    vfloat w = 1.0f - u, v = __builtin_elementwise_min(u, w);
    vword bits = __builtin_bit_cast(vword, v);
    vint cell = (vint)(bits >> (23 - HW_TABLE_SPLIT_BITS)) - ((127 - 24) << HW_TABLE_SPLIT_BITS);
    cell += u < w ? (vint)0 : (vint)HW_TABLE_CELLS;
    cell *= 4;
    memcpy(result.first, &cell, sizeof cell);
    // Through memory: eight loads are cheaper than taking eight words out of a vector one by one.
    __asm__("" : "+m"(result.first));
    vword mantissa = ((bits << HW_TABLE_SPLIT_BITS) & 0x007FFFFFu) | 0x3F800000u;
    result.t = __builtin_bit_cast(vfloat, mantissa) - 1.0f;
    return result;
}

/// The second: the cubics, each lane's four coefficients loaded at once and turned into four vectors.
INLINE vfloat cubics(const float *values, const table_places *places) {
    quad c[CHUNK];
    for (int l = 0; l < CHUNK; l++) memcpy(&c[l], values + places->first[l], sizeof c[l]);
    vfloat pair[4];
    for (int l = 0; l < 4; l++) pair[l] = __builtin_shufflevector(c[l], c[l + 4], 0, 1, 2, 3, 4, 5, 6, 7);
    vfloat low01 = __builtin_shufflevector(pair[0], pair[1], 0, 8, 1, 9, 4, 12, 5, 13);
    vfloat low23 = __builtin_shufflevector(pair[2], pair[3], 0, 8, 1, 9, 4, 12, 5, 13);
    vfloat high01 = __builtin_shufflevector(pair[0], pair[1], 2, 10, 3, 11, 6, 14, 7, 15);
    vfloat high23 = __builtin_shufflevector(pair[2], pair[3], 2, 10, 3, 11, 6, 14, 7, 15);
    vfloat c0 = __builtin_shufflevector(low01, low23, 0, 1, 8, 9, 4, 5, 12, 13);
    vfloat c1 = __builtin_shufflevector(low01, low23, 2, 3, 10, 11, 6, 7, 14, 15);
    vfloat c2 = __builtin_shufflevector(high01, high23, 0, 1, 8, 9, 4, 5, 12, 13);
    vfloat c3 = __builtin_shufflevector(high01, high23, 2, 3, 10, 11, 6, 7, 14, 15);
    return ((c3 * places->t + c2) * places->t + c1) * places->t + c0;
}

/// `hw_table_quantile` of a chunk.
INLINE vfloat table(const float *values, vfloat u) {
    table_places places = places_of(u);
    return cubics(values, &places);
}

/// `hw_exp` of a chunk.
INLINE vfloat exponential(vfloat x) {
    x = __builtin_elementwise_min(__builtin_elementwise_max(x, (vfloat)-80.0f), (vfloat)80.0f);
    vfloat shifted = x * 0x1.715476p+0f + 0x1.8p+23f;
    vfloat n = shifted - 0x1.8p+23f;
    vfloat r = (x - n * 0x1.63p-1f) - n * -0x1.bd0106p-13f;
    vfloat p = r * 0x1.6a2400p-10f + 0x1.123a02p-7f;
    p = p * r + 0x1.5558f2p-5f;
    p = p * r + 0x1.555492p-3f;
    p = p * r + 0x1.fffffcp-2f;
    vfloat y = 1.0f + (r + (r * r) * p);
    return __builtin_bit_cast(vfloat, __builtin_bit_cast(vword, y) + (__builtin_bit_cast(vword, shifted) << 23));
}

/// A triangular quantile's constants.
typedef struct {
    float low, high, share, below, above;
} triangle;

INLINE triangle triangle_of(const uint32_t *p) {
    float low = as_float(p[0]), mode = as_float(p[1]), high = as_float(p[2]), range = high - low;
    return (triangle){low, high, (mode - low) / range, range * (mode - low), range * (high - mode)};
}

INLINE vfloat triangular(triangle t, vfloat u) {
    vint below = u < t.share;
    vfloat square = below ? u * t.below : (1.0f - u) * t.above;
    vfloat root = __builtin_elementwise_sqrt(square);
    return below ? t.low + root : t.high - root;
}

INLINE vfloat pert(const uint32_t *p, vfloat u, const float *tables) {
    float low = as_float(p[0]), range = as_float(p[1]), weight = as_float(p[3]);
    const float *before = tables + (size_t)p[2] * HW_TABLE_FLOATS;
    table_places places = places_of(u);
    vfloat q = (1.0f - weight) * cubics(before, &places) + weight * cubics(before + HW_TABLE_FLOATS, &places);
    return low + range * q;
}

INLINE vfloat normal(const uint32_t *p, vfloat u, const float *values) {
    float mean = as_float(p[0]), deviation = as_float(p[1]), below = as_float(p[2]);
    vfloat inside = below + u * (1.0f - below);
    inside = __builtin_elementwise_min(__builtin_elementwise_max(inside, (vfloat)0x1p-24f), (vfloat)(1.0f - 0x1p-24f));
    return mean + deviation * table(values, inside);
}

INLINE vfloat tabulated(const hw_program *program, const uint32_t *p, vfloat u) {
    vfloat result;
    for (int l = 0; l < CHUNK; l++) {
        uint32_t low = program->step_offset[p[1]], high = program->step_offset[p[1] + 1];
        while (high - low > 1) {
            uint32_t middle = (low + high) / 2;
            if (program->steps[3 * middle] <= u[l]) low = middle;
            else high = middle;
        }
        const float *piece = program->steps + 3 * low;
        result[l] = as_float(p[0]) * (piece[1] + piece[2] * (u[l] - piece[0]));
    }
    return result;
}

/// The quantile of a shape that is not fixed, parameters at `p`.
INLINE vfloat quantile(const hw_program *program, uint32_t shape, const uint32_t *p, vfloat u) {
    switch (shape) {
    case HW_UNIFORM: return as_float(p[0]) + as_float(p[1]) * u;
    case HW_TRIANGULAR: return triangular(triangle_of(p), u);
    case HW_PERT: return pert(p, u, program->pert_tables);
    case HW_LOGNORMAL: return exponential(as_float(p[0]) + as_float(p[1]) * table(program->normal_table, u));
    case HW_NORMAL: return normal(p, u, program->normal_table);
    default: return tabulated(program, p, u);
    }
}

/// The uniforms of 16 replications, group `g` of a block, as two chunks, times `SCALE`.
INLINE void scaled_uniforms(const hw_program *program, uint32_t a, uint32_t b, uint32_t choice, const counters *counters, int g,
                            int stratified, vfloat *u) {
    if (stratified) return stratified_uniforms(program->orders, choice, a, counters, g, u);
    u[0] = independent_uniform(a, b, counters->chunk[2 * g]);
    u[1] = independent_uniform(a, b, counters->chunk[2 * g + 1]);
}
#define SCALE(stratified) (stratified ? 0x1p22f : 0x1p23f)

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

/// Draws a record's durations, as whole minutes into `duration` or unrounded into `exact`, and returns how many words its key and
/// parameters take.
INLINE size_t sample(const hw_program *program, uint32_t shape, const uint32_t *w, const counters *counters, int stratified,
                     row *duration, float_row *exact) {
    if (shape == HW_FIXED) {
        for (int c = 0; c < CHUNKS; c++) {
            if (duration) duration->chunk[c] = (vint)(int32_t)w[0];
            if (exact) exact->chunk[c] = (vfloat)(float)(int32_t)w[0];
        }
        return 1;
    }
    if (shape == HW_TRIANGULAR && duration) {
        uint32_t choice = stratified ? strata_choice(w[0], w[1], counters->block) : 0;
        triangular_minutes(program, w, choice, counters, stratified, duration);
        return 5;
    }
    uint32_t choice = stratified ? strata_choice(w[0], w[1], counters->block) : 0;
// One loop a shape, so that its constants are found once.
#define EACH(shape, count)                                                                                                       \
    for (int g = 0; g < CHUNKS / 2; g++) {                                                                                       \
        vfloat u[2];                                                                                                             \
        scaled_uniforms(program, w[0], w[1], choice, counters, g, stratified, u);                                                \
        for (int half = 0; half < 2; half++) {                                                                                   \
            vfloat drawn = quantile(program, shape, w + 2, u[half] * (1.0f / SCALE(stratified)));                                \
            if (duration) duration->chunk[2 * g + half] = minutes(drawn);                                                        \
            if (exact) exact->chunk[2 * g + half] = drawn;                                                                       \
        }                                                                                                                        \
    }                                                                                                                            \
    return 2 + count
    switch (shape) {
    case HW_UNIFORM: EACH(HW_UNIFORM, 2);
    case HW_TRIANGULAR: EACH(HW_TRIANGULAR, 3);
    case HW_PERT: EACH(HW_PERT, 4);
    case HW_LOGNORMAL: EACH(HW_LOGNORMAL, 2);
    case HW_NORMAL: EACH(HW_NORMAL, 3);
    default: EACH(HW_TABULATED, 2);
    }
#undef EACH
}

// Calendars: the same arithmetic as WorkingTime in PlanNetwork, divisions as exact products.

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

/// The bounds that a special arc puts on the start.
INLINE void bound(const hw_program *program, const row *rows, const uint32_t *arc, const row *duration, row *result) {
    const row *source = rows + arc[0];
    if (arc[1] & HW_CONVERTS) {
        const int32_t *from = (const int32_t *)source;
        int32_t *to = (int32_t *)result;
        for (int l = 0; l < HW_LANES; l++) to[l] = converted(program, arc, from[l]);
    } else {
        for (int c = 0; c < CHUNKS; c++) result->chunk[c] = source->chunk[c] + (int32_t)arc[2];
    }
    if (arc[1] & HW_HOLDS_FINISH)
        for (int c = 0; c < CHUNKS; c++) result->chunk[c] -= duration->chunk[c];
}

/// A start within the limits of its record: finish floor, start cap, finish cap.
INLINE vint limited(const int32_t *limits, vint start, vint duration) {
    start = __builtin_elementwise_max(start, limits[0] - duration);
    start = __builtin_elementwise_min(start, (vint)limits[1]);
    return __builtin_elementwise_min(start, limits[2] - duration);
}

INLINE uint64_t equal(const row *a, const row *b) {
    uint64_t mask = 0;
    for (int c = 0; c < CHUNKS; c++) mask |= (uint64_t)bits_of(a->chunk[c] == b->chunk[c]) << (c * CHUNK);
    return mask;
}

INLINE int64_t sum(const row *values) {
    int64_t result = 0;
    for (int l = 0; l < HW_LANES; l++) result += ((const int32_t *)values)[l];
    return result;
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

INLINE const uint32_t *prefetch(const row *rows, const uint32_t *w, uint32_t count) {
    for (; count > 0; count--) {
        const char *line = (const char *)(rows + *w++);
        for (int k = 0; k < (int)sizeof(row); k += 64) __builtin_prefetch(line + k);
    }
    return w;
}

/// Everything that a record can ask for; returns the word after it. `masks` moves on.
INLINE const uint32_t *any_record(const hw_program *program, const hw_workspace *workspace, const uint32_t *w, size_t node,
                                  const counters *counters, int stratified, uint64_t **masks) {
    row *rows = (row *)(void *)workspace->rows, duration, start, other;
    header h;
    w = read_header(w, &h);
    uint32_t op = h.op;
    const uint32_t *drawn = w;
    if (op & HW_HAS_EFFECTS) {
        w = affected(program, workspace, op & HW_SHAPE_MASK, w, counters, stratified, 0, 0, 0, &duration);
    } else {
        w += sample(program, op & HW_SHAPE_MASK, w, counters, stratified, &duration, 0);
    }
    const uint32_t *arcs = prefetch(rows, w, op >> HW_PREFETCH_SHIFT), *specials = arcs + h.plain;
    for (int c = 0; c < CHUNKS; c++) start.chunk[c] = h.floor;
    for (uint32_t i = 0; i < h.plain; i++)
        for (int c = 0; c < CHUNKS; c++) start.chunk[c] = __builtin_elementwise_max(start.chunk[c], rows[arcs[i]].chunk[c]);
    for (uint32_t i = 0; i < h.special; i++) {
        bound(program, rows, specials + HW_ARC_WORDS * i, &duration, &other);
        for (int c = 0; c < CHUNKS; c++)
            start.chunk[c] = op & HW_TAKES_EARLIEST ? __builtin_elementwise_min(start.chunk[c], other.chunk[c])
                                                    : __builtin_elementwise_max(start.chunk[c], other.chunk[c]);
    }
    if (op & HW_TAKES_EARLIEST)
        for (int c = 0; c < CHUNKS; c++) start.chunk[c] = __builtin_elementwise_max(start.chunk[c], (vint)0);
    if (op & HW_HAS_LIMITS)
        for (int c = 0; c < CHUNKS; c++) start.chunk[c] = limited(h.limits, start.chunk[c], duration.chunk[c]);
    if (op & HW_HAS_MASKS) {
        uint64_t *mask = *masks;
        int64_t *sums = workspace->bound_sums ? workspace->bound_sums + (mask - workspace->masks) : 0;
        for (uint32_t i = 0; i < h.plain; i++) {
            if (sums) *sums++ += sum(rows + arcs[i]);
            *mask++ = equal(rows + arcs[i], &start);
        }
        for (uint32_t i = 0; i < h.special; i++) {
            bound(program, rows, specials + HW_ARC_WORDS * i, &duration, &other);
            if (sums) *sums++ += sum(&other);
            *mask++ = equal(&other, &start);
        }
        if (sums) workspace->start_sums[node] += sum(&start);
        *masks = mask;
    }
    if (op & HW_HAS_WINDOWS)
        affected(program, workspace, op & HW_SHAPE_MASK, drawn, counters, stratified, &start, 0, 0, &duration);
    if (op & HW_KEEPS_START) rows[h.start_slot] = start;
    row *finish = rows + h.slot;
    for (int c = 0; c < CHUNKS; c++) finish->chunk[c] = start.chunk[c] + duration.chunk[c];
    if (op & HW_IS_OUTPUT)
        memcpy(workspace->output + h.output * workspace->output_stride, finish, sizeof *finish);
    return specials + HW_ARC_WORDS * h.special;
}

INLINE void run(const hw_program *program, const hw_workspace *workspace, uint32_t first, int stratified) {
    row *rows = (row *)(void *)workspace->rows;
    counters counters = counters_from(first, stratified);
    uint64_t *masks = workspace->masks;
    const uint32_t *w = program->words;
    const uint32_t simple = HW_SHAPE_MASK | HW_HAS_MASKS | (uint32_t)HW_MOST_COUNTED << HW_PLAIN_SHIFT
                            | (uint32_t)HW_MOST_COUNTED << HW_PREFETCH_SHIFT;
    // A record's choice of strata is found while the one before is worked on: a chain of multiplications that all else waits for.
    uint32_t choice = stratified ? strata_choice(w[2], w[3], counters.block) : 0;
    for (size_t node = 0; node < program->node_count; node++) {
        uint32_t op = w[0], plain = op >> HW_PLAIN_SHIFT & HW_MOST_COUNTED;
        // The common records: a triangular duration after one, two or three things, and nothing else.
        if (op & ~simple || (op & HW_SHAPE_MASK) != HW_TRIANGULAR || plain - 1 >= 3 || workspace->bound_sums) {
            w = any_record(program, workspace, w, node, &counters, stratified, &masks);
            if (stratified) choice = strata_choice(w[2], w[3], counters.block);
            continue;
        }
        row *finish = rows + w[1], duration;
        const uint32_t *next = w + 7 + (op >> HW_PREFETCH_SHIFT) + plain;
        uint32_t coming = stratified ? strata_choice(next[2], next[3], counters.block) : 0;
        triangular_minutes(program, w + 2, choice, &counters, stratified, &duration);
        choice = coming;
        w = prefetch(rows, w + 7, op >> HW_PREFETCH_SHIFT);
        const row *one = rows + w[0];
        if (plain == 1) {
            UNROLLED
            for (int c = 0; c < CHUNKS; c++) finish->chunk[c] = one->chunk[c] + duration.chunk[c];
        } else if (plain == 2) {
            const row *two = rows + w[1];
            uint64_t by_one = 0, by_two = 0;
            UNROLLED
            for (int c = 0; c < CHUNKS; c++) {
                vint latest = __builtin_elementwise_max(one->chunk[c], two->chunk[c]);
                by_one |= (uint64_t)bits_of(one->chunk[c] == latest) << (c * CHUNK);
                by_two |= (uint64_t)bits_of(two->chunk[c] == latest) << (c * CHUNK);
                finish->chunk[c] = latest + duration.chunk[c];
            }
            masks[0] = by_one;
            masks[1] = by_two;
            masks += 2;
        } else {
            const row *two = rows + w[1], *three = rows + w[2];
            uint64_t by_one = 0, by_two = 0, by_three = 0;
            UNROLLED
            for (int c = 0; c < CHUNKS; c++) {
                vint latest = __builtin_elementwise_max(__builtin_elementwise_max(one->chunk[c], two->chunk[c]), three->chunk[c]);
                by_one |= (uint64_t)bits_of(one->chunk[c] == latest) << (c * CHUNK);
                by_two |= (uint64_t)bits_of(two->chunk[c] == latest) << (c * CHUNK);
                by_three |= (uint64_t)bits_of(three->chunk[c] == latest) << (c * CHUNK);
                finish->chunk[c] = latest + duration.chunk[c];
            }
            masks[0] = by_one;
            masks[1] = by_two;
            masks[2] = by_three;
            masks += 3;
        }
        w += plain;
    }
}

static void run_baseline(const hw_program *p, const hw_workspace *s, uint32_t first) {
    if (p->orders) run(p, s, first, 1);
    else run(p, s, first, 0);
}

#if defined(__x86_64__)
__attribute__((target("arch=x86-64-v3"))) static void run_v3(const hw_program *p, const hw_workspace *s, uint32_t first) {
    if (p->orders) run(p, s, first, 1);
    else run(p, s, first, 0);
}
__attribute__((target("arch=x86-64-v4"))) static void run_v4(const hw_program *p, const hw_workspace *s, uint32_t first) {
    if (p->orders) run(p, s, first, 1);
    else run(p, s, first, 0);
}
int hw_best_clone(void) {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("x86-64-v4")) return HW_V4;
    return __builtin_cpu_supports("x86-64-v3") ? HW_V3 : HW_BASELINE;
}
#else
int hw_best_clone(void) { return HW_BASELINE; }
#endif

void hw_forward(const hw_program *program, const hw_workspace *workspace, uint32_t first_replication, int clone) {
    switch (clone) {
#if defined(__x86_64__)
    case HW_V4: run_v4(program, workspace, first_replication); return;
    case HW_V3: run_v3(program, workspace, first_replication); return;
#endif
    default: run_baseline(program, workspace, first_replication); return;
    }
}

void hw_durations(const hw_program *program, const hw_workspace *workspace, uint32_t first_replication, size_t record,
                  const int32_t *starts, uint32_t without, uint32_t without_count, int32_t *durations) {
    header h;
    const uint32_t *w = read_header(program->words + record, &h);
    int stratified = program->orders != 0;
    counters counters = counters_from(first_replication, stratified);
    row drawn, begins;
    if (starts) memcpy(&begins, starts, sizeof begins);
    if (h.op & HW_HAS_EFFECTS) {
        const row *known = starts ? &begins : 0;
        if (stratified) affected(program, workspace, h.op & HW_SHAPE_MASK, w, &counters, 1, known, without, without_count, &drawn);
        else affected(program, workspace, h.op & HW_SHAPE_MASK, w, &counters, 0, known, without, without_count, &drawn);
    } else if (stratified) {
        sample(program, h.op & HW_SHAPE_MASK, w, &counters, 1, &drawn, 0);
    } else {
        sample(program, h.op & HW_SHAPE_MASK, w, &counters, 0, &drawn, 0);
    }
    memcpy(durations, &drawn, sizeof drawn);
}

void hw_uniforms(const hw_program *program, uint32_t key_a, uint32_t key_b, uint32_t first_replication, float *u) {
    int stratified = program->orders != 0;
    counters counters = counters_from(first_replication, stratified);
    uint32_t a = key_a + HW_P32_5 + 8u, b = key_b * HW_P32_3, choice = strata_choice(a, b, counters.block);
    for (int g = 0; g < CHUNKS / 2; g++) {
        vfloat pair[2];
        scaled_uniforms(program, a, b, choice, &counters, g, stratified, pair);
        for (int half = 0; half < 2; half++) pair[half] *= 1.0f / SCALE(stratified);
        memcpy(u + 2 * CHUNK * g, pair, sizeof pair);
    }
}

void hw_quantiles(const hw_program *program, uint32_t shape, const uint32_t *parameters, const float *u, float *values) {
    for (int c = 0; c < CHUNKS; c++) {
        vfloat x;
        memcpy(&x, u + c * CHUNK, sizeof x);
        x = quantile(program, shape, parameters, x);
        memcpy(values + c * CHUNK, &x, sizeof x);
    }
}
