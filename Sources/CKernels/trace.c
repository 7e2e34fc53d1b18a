// Driving paths back from a target, sparsely: only nodes that some replication's path touches are visited, from the last to the
// first, off a bit set with three summary levels; see hw_forecast.h.
#include "hw_bits.h"
#include "hw_forecast.h"

#include <string.h>

size_t hw_trace_pages(size_t node_count) { return hw_bit_words(node_count); }

size_t hw_trace_words(size_t node_count) { return hw_bit_set_words(node_count); }

/// What is read of a node when its turn comes, fetched while others are at work.
static inline void fetch(const hw_trace_graph *graph, const uint64_t *masks, uint32_t node) {
    uint32_t entry = graph->entry[node];
    if (entry & HW_ONLY_ARC) return;
    __builtin_prefetch(masks + entry);
    __builtin_prefetch(graph->sources + entry);
}

/// Lets a node wait in more replications. Pages are taken and given back with the words of the lowest level. Returns whether it waits anew.
static inline int reach(const hw_bit_set *set, hw_trace_scratch *scratch, uint32_t node, uint64_t lanes) {
    uint64_t *word = set->level[0] + (node >> 6), bit = (uint64_t)1 << (node & 63);
    if (!*word) {
        uint32_t page = scratch->free_count ? scratch->free_pages[--scratch->free_count] : scratch->used_pages++;
        scratch->page_of[node >> 6] = page;
        memset(scratch->pages + 64 * (size_t)page, 0, 64 * sizeof(uint64_t));
    }
    scratch->pages[64 * (size_t)scratch->page_of[node >> 6] + (node & 63)] |= lanes;
    if (*word & bit) return 0;
    scratch->waiting++;
    hw_insert(set, node);
    return 1;
}

void hw_trace_start(const hw_trace_graph *graph, hw_trace_scratch *scratch, uint32_t target, uint64_t lanes) {
    hw_bit_set set = hw_bit_set_over(scratch->bits, graph->node_count);
    if (lanes) reach(&set, scratch, target, lanes);
}

size_t hw_trace_next(const hw_trace_graph *graph, const uint64_t *masks, hw_trace_scratch *scratch, size_t capacity, uint32_t *nodes,
                     uint64_t *lanes_of) {
    hw_bit_set set = hw_bit_set_over(scratch->bits, graph->node_count);
    size_t written = 0;
    while (scratch->waiting && written < capacity) {
        uint32_t node = hw_remove_last(&set);
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
            uint32_t source = entry & ~HW_ONLY_ARC;
            if (reach(&set, scratch, source, here)) fetch(graph, masks, source);
            continue;
        }
        for (uint32_t arc = entry;; arc++) {
            uint64_t through = here & masks[arc];
            uint32_t source = graph->sources[arc] & ~HW_LAST_ARC;
            if (through && reach(&set, scratch, source, through)) fetch(graph, masks, source);
            if (graph->sources[arc] & HW_LAST_ARC) break;
        }
    }
    return written;
}

/// How many nodes ahead the places of counts are fetched.
enum { COUNTED_AHEAD = 16 };

size_t hw_add_counts(hw_node_counts *table, const uint32_t *nodes, const uint64_t *lanes_of, size_t count) {
    for (size_t i = 0; i < count; i++) {
        // Tables are many and large, and nodes lie anywhere in them.
        if (i + COUNTED_AHEAD < count) {
            uint32_t place = hw_node_place(nodes[i + COUNTED_AHEAD], table->mask);
            __builtin_prefetch(table->keys + place);
            __builtin_prefetch(table->counts + place, 1);
        }
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
