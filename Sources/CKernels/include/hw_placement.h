// Placing activities under capacity: serial passes over a grid of time units. Integers only; the same bits on every machine.
//
// A slot of the grid is one time unit. The free capacities of all resources lie side by side in its words, a field each, as wide as the
// capacity needs and one bit more: the guard bit above a field is set, and subtracting a demand clears it where the demand is larger
// than what is free. So one subtraction answers for all resources of a word at once.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Activities and what ties them; indices are 0 ..< count. An arc says start(successor) >= start(predecessor) + weight.
typedef struct {
    uint32_t count;
    /// 64-bit words a slot, 1 or more.
    uint32_t words;
    /// Time units, and the earliest start of each; 0 or more.
    const int32_t *duration, *release;
    /// Arcs by successor and by predecessor: `count + 1` offsets, then the other end and the weight of each.
    const int32_t *in_offset, *in_node, *in_weight;
    const int32_t *out_offset, *out_node, *out_weight;
    /// Demands, `words` an activity, in the fields of the grid.
    const uint64_t *need;
    /// What an activity asks of the grid: one of the values below.
    const uint8_t *kind;
} hw_activities;

enum { HW_ASKS_NOTHING = 0, HW_ASKS_SLOTS = 1, HW_NEVER_FITS = 2 };

/// The free capacities. `segment_count` segments say what is free where nothing is placed: from a slot to the next segment's.
typedef struct {
    uint64_t *free;
    /// `words` guard bits, the same for every slot.
    const uint64_t *guard;
    /// Slots in `free`, and how many there may ever be.
    int32_t slots, horizon;
    int32_t segment_count;
    const int32_t *segment_from;
    /// `words` a segment, guard bits set.
    const uint64_t *segment_free;
} hw_grid;

/// A pass that needs more slots than there are: the caller makes more and runs it again.
#define HW_GRID_SHORT (-1)

/// Sets the slots below `end` to what is free where nothing is placed.
void hw_grid_clear(const hw_grid *grid, uint32_t words, int32_t end);

/// The first slot at or after `from` where an activity fits for all its duration; -1 where there is none below `slots`.
int32_t hw_first_fit(const hw_activities *a, const hw_grid *grid, uint32_t activity, int32_t from);

/// Whether an activity fits for all its duration from a slot on.
int hw_fits(const hw_activities *a, const hw_grid *grid, uint32_t activity, int32_t from);

/// Takes an activity's demands from the slots of its duration.
void hw_occupy(const hw_activities *a, const hw_grid *grid, uint32_t activity, int32_t from);

/// Places activities one after another, each as early as releases, arcs and what is free allow, and clears the grid before.
///
/// `start` gets the starts. Arcs are held against `start` as it stands: predecessors that come later in `order` count with the value
/// they have before. What fits nowhere starts at the horizon or later and is counted in `unplaced`.
///
/// Returns the largest finish, or `HW_GRID_SHORT`, and then `start` is no use.
int32_t hw_place_early(const hw_activities *a, const hw_grid *grid, const int32_t *order, int32_t *start, uint32_t *unplaced);

/// Moves activities one after another, each as late as its successors, `end` and what is free allow, and clears the grid before.
/// The starts given are a schedule that ends at `end` or before; none moves to an earlier slot if `order` has later finishes first.
void hw_place_late(const hw_activities *a, const hw_grid *grid, const int32_t *order, int32_t *start, int32_t end);

/// Puts numbers in the order of their keys, `lowest` ... `highest`; equal keys keep the order of `source`.
/// `scratch` holds `count` numbers, `buckets` `HW_ORDER_BUCKETS`. Least significant digits first, of 11 bits.
void hw_order(const int32_t *source, size_t count, const int32_t *key, int32_t lowest, int32_t highest, int32_t *scratch,
              uint32_t *buckets, int32_t *order);

#define HW_ORDER_BUCKETS 2048
