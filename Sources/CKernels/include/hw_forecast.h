// The forecast's two inner loops over a block of 64 replications: the forward pass through a compiled program, and the trace of
// driving paths back from a target. Integers in minutes, one lane a replication; every clone gives the same bits.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Replications in a block: the bits of a mask.
#define HW_LANES 64

/// A calendar's tables, as `WorkingTime` in PlanNetwork holds them.
typedef struct {
    const int32_t *work_at, *granule_of;
    int32_t granule, week_work, repeat_instant, repeat_work;
    /// Reciprocals of `granule` and `week_work`.
    double granule_inverse, week_inverse;
} hw_calendar;

/// What a record samples.
enum {
    HW_FIXED = 0,
    HW_UNIFORM = 1,
    HW_TRIANGULAR = 2,
    HW_PERT = 3,
    HW_LOGNORMAL = 4,
    HW_NORMAL = 5,
};

/// Flags of a record, above its shape.
enum {
    /// The floor counts; without the flag it is implied by the predecessors.
    HW_HAS_FLOOR = 1 << 8,
    /// The row of starts is kept, in its own slot.
    HW_KEEPS_START = 1 << 9,
    /// Finishes go to the output rows too.
    HW_IS_OUTPUT = 1 << 10,
    /// More than one thing can decide the start, so each plain or special arc gets a mask of the replications in which it does.
    HW_HAS_MASKS = 1 << 11,
    /// Constraints bound the dates: a finish floor, a start cap, a finish cap.
    HW_HAS_LIMITS = 1 << 12,
    /// The floor and the special arcs bound the start from above: the first of them decides. Such a record has no plain arcs.
    HW_TAKES_EARLIEST = 1 << 13,
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

/// A program: one record a node, in topological order, read front to back.
///
/// A record is 32-bit words: shape and flags; number of prefetches; plain arcs; special arcs; finish slot; then, by flags and shape,
/// floor; finish floor, start cap and finish cap (INT32_MIN / 2 and INT32_MAX / 2 where there is none); start slot; output row; first
/// mask; stream key (2 words: key a + XXH32's fifth prime + 8, key b times its third) and parameters (fixed: duration; uniform: low, range;
/// triangular: low, high, mode's share, two squares; PERT: low, range, table, weight; lognormal: mean and deviation of the logarithm;
/// normal: mean, deviation, probability below 0), all floats but for the table and the fixed duration; then the prefetched slots, the
/// plain arcs' slots, and the special arcs: slot, flags, lag, calendars from and to and of the lag.
typedef struct {
    const uint32_t *words;
    size_t node_count;
    const hw_calendar *calendars;
    /// Quantile tables: the standard normal one, and the PERT ones of all grid shapes.
    const float *normal_table, *pert_tables;
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

/// The graph of a program as the trace walks it: arcs into each node, and where their masks are.
typedef struct {
    size_t node_count;
    /// `node_count + 1` values: where each node's arcs begin in `arc_source`.
    const int32_t *arc_offset;
    /// The node that each arc leaves.
    const int32_t *arc_source;
    /// The first mask of each node's arcs; `UINT32_MAX` where the one arc always decides.
    const uint32_t *first_mask;
} hw_trace_graph;

/// Scratch of the trace, all zero between calls.
typedef struct {
    /// `node_count` masks.
    uint64_t *reached;
    /// A bit a node, and three levels above it; see `hw_trace_words`.
    uint64_t *bits;
} hw_trace_scratch;

/// The 64-bit words that the bit levels need.
size_t hw_trace_words(size_t node_count);

/// Follows driving arcs back from `target` in the replications of `lanes`, and lists every node reached and in how many of them.
///
/// `nodes` and `counts` have room for `node_count` values. Returns how many were written; nodes come in descending order.
size_t hw_trace(const hw_trace_graph *graph, const uint64_t *masks, hw_trace_scratch scratch, uint32_t target, uint64_t lanes,
                uint32_t *nodes, uint32_t *counts);
