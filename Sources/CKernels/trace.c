// Driving paths back from a target, sparsely: only nodes that some replication's path touches are visited, from the last to the
// first, off a bit set with three summary levels; see hw_forecast.h.
#include "hw_forecast.h"

#define LEVELS 4

/// The bit set's levels: each word of one is a bit of the next.
typedef struct {
    uint64_t *level[LEVELS];
} bit_levels;

static size_t words_of(size_t bits) { return bits / 64 + 1; }

size_t hw_trace_words(size_t node_count) {
    size_t total = 0, bits = node_count;
    for (int i = 0; i < LEVELS; i++, bits = words_of(bits)) total += words_of(bits);
    return total;
}

static bit_levels split(uint64_t *words, size_t node_count) {
    bit_levels set;
    size_t bits = node_count;
    for (int i = 0; i < LEVELS; i++, bits = words_of(bits)) {
        set.level[i] = words;
        words += words_of(bits);
    }
    return set;
}

static inline void insert(bit_levels *set, uint32_t node) {
    for (int i = 0; i < LEVELS; i++, node >>= 6) {
        uint64_t *word = set->level[i] + (node >> 6), bit = (uint64_t)1 << (node & 63);
        int known = *word != 0;
        *word |= bit;
        if (known) return;
    }
}

/// Takes the largest node out; there is one. The top level's words are few and searched from the end.
static inline uint32_t remove_last(bit_levels *set, size_t top_words) {
    size_t place = top_words;
    while (!set->level[LEVELS - 1][--place]) {
    }
    for (int i = LEVELS - 1; i >= 0; i--) place = place << 6 | (size_t)(63 - __builtin_clzll(set->level[i][place]));
    uint32_t node = (uint32_t)place;
    for (int i = 0; i < LEVELS; i++, place >>= 6) {
        uint64_t *word = set->level[i] + (place >> 6);
        *word &= ~((uint64_t)1 << (place & 63));
        if (*word) break;
    }
    return node;
}

size_t hw_trace(const hw_trace_graph *graph, const uint64_t *masks, hw_trace_scratch scratch, uint32_t target, uint64_t lanes,
                uint32_t *nodes, uint32_t *counts) {
    if (!lanes) return 0;
    bit_levels set = split(scratch.bits, graph->node_count);
    size_t top_words = graph->node_count, written = 0, waiting = 1;
    for (int i = 0; i < LEVELS; i++) top_words = words_of(top_words);
    scratch.reached[target] = lanes;
    insert(&set, target);
    while (waiting) {
        uint32_t node = remove_last(&set, top_words);
        waiting--;
        uint64_t here = scratch.reached[node];
        scratch.reached[node] = 0;
        nodes[written] = node;
        counts[written++] = (uint32_t)__builtin_popcountll(here);
        uint32_t mask = graph->first_mask[node];
        for (int32_t arc = graph->arc_offset[node]; arc < graph->arc_offset[node + 1]; arc++) {
            uint64_t through = mask == UINT32_MAX ? here : here & masks[mask++];
            if (!through) continue;
            uint32_t source = (uint32_t)graph->arc_source[arc];
            if (!scratch.reached[source]) {
                insert(&set, source);
                waiting++;
            }
            scratch.reached[source] |= through;
        }
    }
    return written;
}
