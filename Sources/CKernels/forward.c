// The forward pass over 64 replications; see hw_forecast.h. One body, compiled once for each level of the CPU.
#include "hw_forecast.h"
#include "hw_random.h"

#pragma STDC FP_CONTRACT OFF
// Vectors are handed to inlined functions only, so their calling convention does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))
#define CHUNK 16
#define CHUNKS (HW_LANES / CHUNK)

typedef int32_t vint __attribute__((ext_vector_type(CHUNK)));
typedef uint32_t vword __attribute__((ext_vector_type(CHUNK)));
typedef float vfloat __attribute__((ext_vector_type(CHUNK)));
typedef _Bool vbool __attribute__((ext_vector_type(CHUNK)));

/// A row of one value a replication.
typedef struct {
    vint chunk[CHUNKS];
} row;

INLINE float as_float(uint32_t word) { return hw_bits_float(word); }
INLINE vword rotl(vword x, int r) { return (x << r) | (x >> (32 - r)); }
INLINE uint16_t bits_of(vint condition) {
    return __builtin_bit_cast(uint16_t, __builtin_convertvector(condition, vbool));
}

/// `hw_uniform(hw_stream_word(...))` of 16 replications; `lane` holds replication * P3.
INLINE vfloat uniform(uint32_t a, uint32_t b, vword lane) {
    vword h = rotl(lane + a, 17) * HW_P32_4;
    h = rotl(h + b, 17) * HW_P32_4;
    h ^= h >> 15;
    h *= HW_P32_2;
    h ^= h >> 13;
    h *= HW_P32_3;
    h ^= h >> 16;
    return (__builtin_convertvector((vint)(h >> 9), vfloat) + 0.5f) * 0x1p-23f;
}

/// To whole minutes, never negative.
INLINE vint minutes(vfloat x) {
    x = __builtin_elementwise_max(x, (vfloat)0.0f);
    return __builtin_convertvector(x + 0.5f, vint);
}

INLINE vfloat table(const float *values, vfloat u) {
    vfloat result;
    for (int l = 0; l < CHUNK; l++) result[l] = hw_table_quantile(values, u[l]);
    return result;
}

INLINE vfloat exponential(vfloat x) {
    vfloat result;
    for (int l = 0; l < CHUNK; l++) result[l] = hw_exp(x[l]);
    return result;
}

INLINE vfloat triangular(const uint32_t *p, vfloat u) {
    float low = as_float(p[0]), high = as_float(p[1]), share = as_float(p[2]);
    vint below = u < share;
    vfloat square = below ? u * as_float(p[3]) : (1.0f - u) * as_float(p[4]);
    vfloat root = __builtin_elementwise_sqrt(square);
    return below ? low + root : high - root;
}

INLINE vfloat pert(const uint32_t *p, vfloat u, const float *tables) {
    float low = as_float(p[0]), range = as_float(p[1]), weight = as_float(p[3]);
    const float *before = tables + (size_t)p[2] * HW_TABLE_FLOATS;
    vfloat q = (1.0f - weight) * table(before, u) + weight * table(before + HW_TABLE_FLOATS, u);
    return low + range * q;
}

INLINE vfloat normal(const uint32_t *p, vfloat u, const float *values) {
    float mean = as_float(p[0]), deviation = as_float(p[1]), below = as_float(p[2]);
    vfloat inside = below + u * (1.0f - below);
    inside = __builtin_elementwise_min(__builtin_elementwise_max(inside, (vfloat)0x1p-24f), (vfloat)(1.0f - 0x1p-24f));
    return mean + deviation * table(values, inside);
}

/// Draws a record's durations and returns how many words its key and parameters take.
INLINE size_t sample(const hw_program *program, uint32_t shape, const uint32_t *w, const row *lanes, row *duration) {
    if (shape == HW_FIXED) {
        for (int c = 0; c < CHUNKS; c++) duration->chunk[c] = (vint)(int32_t)w[0];
        return 1;
    }
    uint32_t a = w[0], b = w[1];
    const uint32_t *p = w + 2;
#define EACH(count, expression)                                                                                                  \
    for (int c = 0; c < CHUNKS; c++) {                                                                                           \
        vfloat u = uniform(a, b, (vword)lanes->chunk[c]);                                                                        \
        duration->chunk[c] = minutes(expression);                                                                                \
    }                                                                                                                            \
    return 2 + count
    switch (shape) {
    case HW_UNIFORM: EACH(2, as_float(p[0]) + as_float(p[1]) * u);
    case HW_TRIANGULAR: EACH(5, triangular(p, u));
    case HW_PERT: EACH(4, pert(p, u, program->pert_tables));
    case HW_LOGNORMAL: EACH(2, exponential(as_float(p[0]) + as_float(p[1]) * table(program->normal_table, u)));
    default: EACH(3, normal(p, u, program->normal_table));
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

INLINE void run(const hw_program *program, const hw_workspace *workspace, uint32_t first) {
    row *rows = (row *)workspace->rows, lanes;
    for (int c = 0; c < CHUNKS; c++)
        for (int l = 0; l < CHUNK; l++) lanes.chunk[c][l] = (int32_t)((first + (uint32_t)(c * CHUNK + l)) * HW_P32_3);
    const uint32_t *w = program->words;
    for (size_t node = 0; node < program->node_count; node++) {
        uint32_t op = w[0], prefetches = w[1], plain = w[2], special = w[3];
        row *finish = rows + w[4];
        w += 5;
        row start, duration, other;
        int has_floor = op & HW_HAS_FLOOR;
        vint floor = (vint)(has_floor ? (int32_t)*w++ : INT32_MIN);
        const int32_t *limits = op & HW_HAS_LIMITS ? (const int32_t *)w : 0;
        if (limits) w += 3;
        row *kept = op & HW_KEEPS_START ? rows + *w++ : 0;
        int32_t *output = op & HW_IS_OUTPUT ? workspace->output + *w++ * workspace->output_stride : 0;
        uint64_t *mask = op & HW_HAS_MASKS ? workspace->masks + *w++ : 0;
        w += sample(program, op & 0xff, w, &lanes, &duration);
        for (uint32_t i = 0; i < prefetches; i++) {
            const char *line = (const char *)(rows + *w++);
            for (int k = 0; k < (int)sizeof(row); k += 64) __builtin_prefetch(line + k);
        }
        const uint32_t *arcs = w, *specials = w + plain;
        if (plain == 1 && !has_floor) {
            start = rows[arcs[0]];
        } else {
            for (int c = 0; c < CHUNKS; c++) start.chunk[c] = floor;
            for (uint32_t i = 0; i < plain; i++)
                for (int c = 0; c < CHUNKS; c++)
                    start.chunk[c] = __builtin_elementwise_max(start.chunk[c], rows[arcs[i]].chunk[c]);
        }
        for (uint32_t i = 0; i < special; i++) {
            bound(program, rows, specials + HW_ARC_WORDS * i, &duration, &other);
            for (int c = 0; c < CHUNKS; c++)
                start.chunk[c] = op & HW_TAKES_EARLIEST ? __builtin_elementwise_min(start.chunk[c], other.chunk[c])
                                                        : __builtin_elementwise_max(start.chunk[c], other.chunk[c]);
        }
        if (op & HW_TAKES_EARLIEST)
            for (int c = 0; c < CHUNKS; c++) start.chunk[c] = __builtin_elementwise_max(start.chunk[c], (vint)0);
        if (limits)
            for (int c = 0; c < CHUNKS; c++) start.chunk[c] = limited(limits, start.chunk[c], duration.chunk[c]);
        if (mask) {
            for (uint32_t i = 0; i < plain; i++) *mask++ = equal(rows + arcs[i], &start);
            for (uint32_t i = 0; i < special; i++) {
                bound(program, rows, specials + HW_ARC_WORDS * i, &duration, &other);
                *mask++ = equal(&other, &start);
            }
        }
        if (kept) *kept = start;
        for (int c = 0; c < CHUNKS; c++) finish->chunk[c] = start.chunk[c] + duration.chunk[c];
        if (output)
            for (int l = 0; l < HW_LANES; l++) output[l] = ((const int32_t *)finish)[l];
        w = specials + HW_ARC_WORDS * special;
    }
}

static void run_baseline(const hw_program *p, const hw_workspace *s, uint32_t first) { run(p, s, first); }

#if defined(__x86_64__)
__attribute__((target("arch=x86-64-v3"))) static void run_v3(const hw_program *p, const hw_workspace *s, uint32_t first) {
    run(p, s, first);
}
__attribute__((target("arch=x86-64-v4"))) static void run_v4(const hw_program *p, const hw_workspace *s, uint32_t first) {
    run(p, s, first);
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
