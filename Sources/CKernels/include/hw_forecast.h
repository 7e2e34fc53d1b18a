// The forecast's two inner loops over a block of 64 replications: the forward pass through a compiled program, and the trace of
// driving paths back from a target. Integers in minutes, one lane a replication; every clone gives the same bits.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Replications in a block: the bits of a mask.
#define HW_LANES 64

/// What makes a division by a constant a product: floor(x / d) = (x * multiplier) >> shift, exactly, for 0 <= x < 2^30.
typedef struct {
    uint32_t multiplier, shift;
} hw_divisor;

/// The divisor d, 1 <= d < 2^30. With 2^k the power of two that is no less than d, multiplier * d exceeds 2^(31 + k) by less than d, so that
/// x * multiplier / 2^(31 + k) exceeds x / d by less than 2^30 / 2^31 / d: too little to reach the next whole number.
static inline hw_divisor hw_divisor_of(int32_t d) {
    uint32_t k = d == 1 ? 0 : 32 - (uint32_t)__builtin_clz((uint32_t)d - 1);
    uint64_t scale = (uint64_t)1 << (31 + k);
    return (hw_divisor){(uint32_t)((scale + (uint32_t)d - 1) / (uint32_t)d), 31 + k};
}

/// A calendar's tables, made from those of `WorkingTime` in PlanNetwork.
typedef struct {
    /// By granule of time: twice the position where it begins, and 1 more if it is work.
    const int32_t *work_at;
    /// By granule of work: minutes before it that are not work.
    const int32_t *idle_before;
    int32_t granule, week_work, repeat_instant, repeat_work;
    hw_divisor granule_divisor, week_divisor;
} hw_calendar;

/// What a record samples.
enum {
    HW_FIXED = 0,
    HW_UNIFORM = 1,
    HW_TRIANGULAR = 2,
    HW_PERT = 3,
    HW_LOGNORMAL = 4,
    HW_NORMAL = 5,
    HW_TABULATED = 6,
};

/// The parts of a record's first word: the shape, flags, and two counts.
enum {
    HW_SHAPE_MASK = 0xf,
    HW_PLAIN_SHIFT = 16,
    HW_PREFETCH_SHIFT = 24,
    /// The largest count that the first word holds.
    HW_MOST_COUNTED = 0xff,
};

/// Flags of a record, above its shape.
enum {
    /// The floor counts; without the flag it is implied by the predecessors.
    HW_HAS_FLOOR = 1 << 4,
    /// The row of starts is kept, in its own slot.
    HW_KEEPS_START = 1 << 5,
    /// Finishes go to the output rows too.
    HW_IS_OUTPUT = 1 << 6,
    /// More than one thing can decide the start, so each plain or special arc gets a mask of the replications in which it does.
    HW_HAS_MASKS = 1 << 7,
    /// Constraints bound the dates: a finish floor, a start cap, a finish cap.
    HW_HAS_LIMITS = 1 << 8,
    /// The floor and the special arcs bound the start from above: the first of them decides. Such a record has no plain arcs.
    HW_TAKES_EARLIEST = 1 << 9,
    /// There are special arcs, and a word that counts them.
    HW_HAS_SPECIALS = 1 << 10,
    /// The plain arcs are more than the first word counts: a word of its own does.
    HW_IS_WIDE = 1 << 11,
    /// Events act on the duration: a word that counts the effects, and two for each.
    HW_HAS_EFFECTS = 1 << 12,
    /// Some of the effects act only on starts inside a window; such effects have two more words.
    HW_HAS_WINDOWS = 1 << 13,
};

/// What an effect does with its row of the block's effects.
enum {
    /// A row of factors multiplies the duration.
    HW_MULTIPLIES = 0,
    /// A row of minutes is added.
    HW_DELAYS = 1,
    /// A row of ones and zeros: where it is 0 there is no task.
    HW_EXISTS = 2,
    HW_EFFECT_MASK = 3,
    /// The effect acts where the start, found without any windowed effect, lies in [from, to).
    HW_WINDOWED = 4,
    HW_EFFECT_SHIFT = 3,
};

/// Flags of a special arc.
enum {
    /// The arc holds the finish: the duration comes off.
    HW_HOLDS_FINISH = 1 << 0,
    /// Positions pass through instants.
    HW_CONVERTS = 1 << 1,
    /// The lag counts around the clock; otherwise on its own calendar.
    HW_ELAPSED = 1 << 2,
    /// Instants in their later spelling, as starts have.
    HW_SPELLED_LATE = 1 << 3,
};

/// Words of a special arc.
enum { HW_ARC_WORDS = 6 };

/// Words after the last record.
enum { HW_PADDING = 4 };

/// A program: one record a node, in topological order, read front to back.
///
/// A record is 32-bit words: shape, flags, number of plain arcs and of prefetches (see above); finish slot; then, by flags and shape,
/// number of plain arcs; number of special arcs; floor; finish floor, start cap and finish cap (INT32_MIN / 2 and INT32_MAX / 2 where
/// there is none); start slot; output row; stream key (2 words: key a + XXH32's fifth prime + 8, key b times its third) and parameters
/// (fixed: duration; uniform: low, range; triangular: low, mode, high; PERT: low, range, table, weight; lognormal: mean and deviation of
/// the logarithm; normal: mean, deviation, probability below 0; tabulated: scale, table), all floats but for tables and the fixed
/// duration; number of effects and each one's row and kind, and from and to if windowed, positions; then the prefetched slots, the plain
/// arcs' slots, and the special arcs: slot, flags, lag, calendars from and to and of the lag.
///
/// `HW_PADDING` words, read for nothing, follow the last record. Masks, and the sums of arcs, follow one another in the order of the arcs of records with `HW_HAS_MASKS`.
typedef struct {
    const uint32_t *words;
    size_t node_count;
    const hw_calendar *calendars;
    /// Quantile tables: the standard normal one, and the PERT ones of all grid shapes.
    const float *normal_table, *pert_tables;
    /// Quantile functions of straight pieces: table t has pieces `step_offset[t]` ..< `step_offset[t + 1]`, each a bound, a value and a slope.
    const float *steps;
    const uint32_t *step_offset;
    /// Orders of strata (`hw_strata_fill`); null for independent replications.
    const uint16_t *orders;
} hw_program;

/// What one thread writes to; reused from block to block.
typedef struct {
    /// `slot_count` rows of `HW_LANES` finishes or starts, 64-byte aligned.
    int32_t *rows;
    /// One mask an arc of nodes with `HW_HAS_MASKS`.
    uint64_t *masks;
    /// Output rows: row o of the block begins at `output + o * output_stride`.
    int32_t *output;
    size_t output_stride;
    /// Rows of `HW_LANES` factors (floats) or minutes that the block's events have, 64-byte aligned.
    const float *effects;
    /// For each mask the sum of its arc's bounds over all replications so far, and for each node that of its starts; null where
    /// nobody asks.
    int64_t *bound_sums, *start_sums;
} hw_workspace;

/// Which clone runs.
enum {
    HW_BASELINE = 0,
    HW_V3 = 1,
    HW_V4 = 2,
};

/// The best clone that this CPU can run.
int hw_best_clone(void);

/// Runs the program for the replications `first_replication` … + 63.
///
/// `clone` must be one that the CPU can run.
void hw_forward(const hw_program *program, const hw_workspace *workspace, uint32_t first_replication, int clone);

/// The uniforms of one key in the 64 replications from `first_replication` on.
void hw_uniforms(const hw_program *program, uint32_t key_a, uint32_t key_b, uint32_t first_replication, float *u);

/// The quantiles of a shape that is not fixed at 64 uniforms; parameters as in a record.
void hw_quantiles(const hw_program *program, uint32_t shape, const uint32_t *parameters, const float *u, float *values);

/// The durations that a record had in the block that ran last, as the forward pass drew them.
///
/// `starts` are the record's starts, needed where it has windowed effects; `without_count` rows of effects from `without` on are left out.
void hw_durations(const hw_program *program, const hw_workspace *workspace, uint32_t first_replication, size_t record,
                  const int32_t *starts, uint32_t without, uint32_t without_count, int32_t *durations);

/// The graph of a program as the trace walks it.
typedef struct {
    size_t node_count;
    /// By node: a source with `HW_ONLY_ARC`, the first place in `sources` of several, or `HW_NO_ARC`.
    const uint32_t *entry;
    /// The nodes that arcs leave, by mask; the last arc of a node has `HW_LAST_ARC`.
    const uint32_t *sources;
} hw_trace_graph;

enum {
    HW_ONLY_ARC = 0x80000000u,
    HW_LAST_ARC = 0x80000000u,
    HW_NO_ARC = 0xffffffffu,
};

/// A table from nodes to counts with open addressing: `keys` are node + 1, 0 where free; `mask` is a power of two less one.
typedef struct {
    uint32_t *keys, *counts;
    uint32_t mask;
    /// Keys taken.
    size_t used;
} hw_node_counts;

/// The place where the search for a node begins.
static inline uint32_t hw_node_place(uint32_t node, uint32_t mask) { return (node * 0x9E3779B1u) >> 7 & mask; }

/// Adds how many replications each node was reached in. Stops before the table is more than half full; returns how many nodes were added.
size_t hw_add_counts(hw_node_counts *table, const uint32_t *nodes, const uint64_t *lanes_of, size_t count);

/// Scratch of the trace, empty between traces: its size follows what paths touch, not how many nodes there are.
typedef struct {
    /// Which nodes wait, a bit each, with three levels above; `hw_trace_words` words, all zero between traces.
    uint64_t *bits;
    /// A page of 64 masks for each word of the lowest level in which a node waits; `page_of` has a place for each such word.
    uint64_t *pages;
    uint32_t *page_of;
    /// Pages given back, and how many there are; and how many pages were ever used.
    uint32_t *free_pages;
    uint32_t free_count, used_pages;
    /// How many nodes wait.
    size_t waiting;
} hw_trace_scratch;

/// The 64-bit words that the bit levels need.
size_t hw_trace_words(size_t node_count);

/// Words of the lowest level: pages at most.
size_t hw_trace_pages(size_t node_count);

/// Lets a trace begin at `target` in the replications of `lanes`.
void hw_trace_start(const hw_trace_graph *graph, hw_trace_scratch *scratch, uint32_t target, uint64_t lanes);

/// Follows driving arcs back, and lists every node reached and in which replications: the next `capacity` ones at most, in descending
/// order. Returns how many were written; the trace is over when nothing waits any more.
size_t hw_trace_next(const hw_trace_graph *graph, const uint64_t *masks, hw_trace_scratch *scratch, size_t capacity, uint32_t *nodes,
                     uint64_t *lanes_of);
