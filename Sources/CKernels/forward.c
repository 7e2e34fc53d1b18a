// The forward pass over 64 replications; see hw_forecast.h. One body, compiled once for each level of the CPU.
#include "calendars.h"
#include "sampling.h"

/// The bounds that a special arc puts on the start.
INLINE void bound(const hw_program *program, const row *rows, const uint32_t *arc, const row *duration, row *result) {
    const row *source = rows + arc[0];
    if (arc[1] & HW_CONVERTS) {
        *result = *source;
        convert(program, arc, result);
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

INLINE const uint32_t *prefetch(const row *rows, const uint32_t *w, uint32_t count) {
    for (; count > 0; count--) {
        const char *line = (const char *)(rows + *w++);
        for (int k = 0; k < (int)sizeof(row); k += 64) __builtin_prefetch(line + k);
    }
    return w;
}

/// Special arcs of a record whose bounds are kept for the masks; hubs have no more. Those of others are found twice.
enum { KEPT_BOUNDS = 8 };

/// Everything that a record can ask for; returns the word after it. `masks` moves on.
INLINE const uint32_t *any_record(const hw_program *program, const hw_workspace *workspace, const uint32_t *w, size_t node,
                                  const counters *counters, int stratified, uint64_t **masks) {
    row *rows = (row *)(void *)workspace->rows, duration, start, bounds[KEPT_BOUNDS + 1];
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
        row *other = bounds + (i < KEPT_BOUNDS ? i : KEPT_BOUNDS);
        bound(program, rows, specials + HW_ARC_WORDS * i, &duration, other);
        for (int c = 0; c < CHUNKS; c++)
            start.chunk[c] = op & HW_TAKES_EARLIEST ? __builtin_elementwise_min(start.chunk[c], other->chunk[c])
                                                    : __builtin_elementwise_max(start.chunk[c], other->chunk[c]);
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
            row *other = bounds + (i < KEPT_BOUNDS ? i : KEPT_BOUNDS);
            if (i >= KEPT_BOUNDS) bound(program, rows, specials + HW_ARC_WORDS * i, &duration, other);
            if (sums) *sums++ += sum(other);
            *mask++ = equal(other, &start);
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
        // The common records: a duration after one, two or three things, and nothing else.
        if (op & ~simple || plain - 1 >= 3 || workspace->bound_sums) {
            w = any_record(program, workspace, w, node, &counters, stratified, &masks);
            if (stratified) choice = strata_choice(w[2], w[3], counters.block);
            continue;
        }
        uint32_t shape = op & HW_SHAPE_MASK;
        row *finish = rows + w[1], duration;
        const uint32_t *prefetched = w + 2 + drawn_words(shape), *next = prefetched + (op >> HW_PREFETCH_SHIFT) + plain;
        uint32_t coming = stratified ? strata_choice(next[2], next[3], counters.block) : 0;
        draw(program, shape, w + 2, choice, &counters, stratified, &duration, 0);
        choice = coming;
        w = prefetch(rows, prefetched, op >> HW_PREFETCH_SHIFT);
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
