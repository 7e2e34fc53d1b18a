// Driving paths back from a target, sparsely: only nodes that some replication's path touches are visited, from the last to the
// first, off a bit set with three summary levels; see hw_forecast.h.
#include "hw_forecast.h"

#include <string.h>

#define LEVELS 4

/// The bit set's levels: each word of one is a bit of the next.
typedef struct {
    uint64_t *level[LEVELS];
} bit_levels;

static size_t words_of(size_t bits) { return bits / 64 + 1; }

size_t hw_trace_pages(size_t node_count) { return words_of(node_count); }

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

/// Lets a node wait in more replications. Pages are taken and given back with the words of the lowest level.
static inline void reach(bit_levels *set, hw_trace_scratch *scratch, uint32_t node, uint64_t lanes) {
    uint64_t *word = set->level[0] + (node >> 6), bit = (uint64_t)1 << (node & 63);
    if (!*word) {
        uint32_t page = scratch->free_count ? scratch->free_pages[--scratch->free_count] : scratch->used_pages++;
        scratch->page_of[node >> 6] = page;
        memset(scratch->pages + 64 * (size_t)page, 0, 64 * sizeof(uint64_t));
    }
    scratch->pages[64 * (size_t)scratch->page_of[node >> 6] + (node & 63)] |= lanes;
    if (*word & bit) return;
    scratch->waiting++;
    insert(set, node);
}

void hw_trace_start(const hw_trace_graph *graph, hw_trace_scratch *scratch, uint32_t target, uint64_t lanes) {
    bit_levels set = split(scratch->bits, graph->node_count);
    if (lanes) reach(&set, scratch, target, lanes);
}

size_t hw_trace_next(const hw_trace_graph *graph, const uint64_t *masks, hw_trace_scratch *scratch, size_t capacity, uint32_t *nodes,
                     uint64_t *lanes_of) {
    bit_levels set = split(scratch->bits, graph->node_count);
    size_t top_words = graph->node_count, written = 0;
    for (int i = 0; i < LEVELS; i++) top_words = words_of(top_words);
    while (scratch->waiting && written < capacity) {
        uint32_t node = remove_last(&set, top_words);
        scratch->waiting--;
        uint32_t page = scratch->page_of[node >> 6];
        uint64_t here = scratch->pages[64 * (size_t)page + (node & 63)];
        scratch->pages[64 * (size_t)page + (node & 63)] = 0;
        if (!set.level[0][node >> 6]) scratch->free_pages[scratch->free_count++] = page;
        nodes[written] = node;
        lanes_of[written++] = here;
        uint32_t entry = graph->entry[node];
        if (entry == HW_NO_ARC) continue;
        if (entry & HW_ONLY_ARC) {
            reach(&set, scratch, entry & ~HW_ONLY_ARC, here);
            continue;
        }
        for (uint32_t arc = entry;; arc++) {
            uint64_t through = here & masks[arc];
            if (through) reach(&set, scratch, graph->sources[arc] & ~HW_LAST_ARC, through);
            if (graph->sources[arc] & HW_LAST_ARC) break;
        }
    }
    return written;
}

size_t hw_add_counts(hw_node_counts *table, const uint32_t *nodes, const uint64_t *lanes_of, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint32_t key = nodes[i] + 1, place = hw_node_place(nodes[i], table->mask);
        while (table->keys[place] && table->keys[place] != key) place = (place + 1) & table->mask;
        if (!table->keys[place]) {
            if (2 * table->used > table->mask) return i;
            table->keys[place] = key;
            table->used++;
        }
        table->counts[place] += (uint32_t)__builtin_popcountll(lanes_of[i]);
    }
    return count;
}
