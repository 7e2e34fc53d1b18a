// Sets of small numbers that give their first or last one at once: a bit a number, and three levels above, each bit of which says that a
// word of the level below is not zero.
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { HW_BIT_LEVELS = 4 };

/// A set over words that somebody else owns; all words are zero where the set is empty.
typedef struct {
    uint64_t *level[HW_BIT_LEVELS];
    /// Words of the top level.
    size_t top_words;
} hw_bit_set;

/// No number: what an empty set gives.
#define HW_NO_NUMBER UINT32_MAX

/// The words that hold some bits, and one more at most.
static inline size_t hw_bit_words(size_t bits) { return bits / 64 + 1; }

/// The words of all levels of a set of numbers below `count`.
static inline size_t hw_bit_set_words(size_t count) {
    size_t total = 0, bits = count;
    for (int i = 0; i < HW_BIT_LEVELS; i++, bits = hw_bit_words(bits)) total += hw_bit_words(bits);
    return total;
}

/// The set of numbers below `count` over `hw_bit_set_words` words.
static inline hw_bit_set hw_bit_set_over(uint64_t *words, size_t count) {
    hw_bit_set set;
    size_t bits = count;
    for (int i = 0; i < HW_BIT_LEVELS; i++, bits = set.top_words) {
        set.level[i] = words;
        set.top_words = hw_bit_words(bits);
        words += set.top_words;
    }
    return set;
}

static inline void hw_insert(const hw_bit_set *set, uint32_t number) {
    for (int i = 0; i < HW_BIT_LEVELS; i++, number >>= 6) {
        uint64_t *word = set->level[i] + (number >> 6), bit = (uint64_t)1 << (number & 63);
        int known = *word != 0;
        *word |= bit;
        if (known) return;
    }
}

static inline void hw_remove(const hw_bit_set *set, uint32_t number) {
    for (int i = 0; i < HW_BIT_LEVELS; i++, number >>= 6) {
        uint64_t *word = set->level[i] + (number >> 6);
        *word &= ~((uint64_t)1 << (number & 63));
        if (*word) break;
    }
}

/// Takes the largest number out; there is one. The top level's words are few and searched from the end.
static inline uint32_t hw_remove_last(const hw_bit_set *set) {
    size_t place = set->top_words;
    while (!set->level[HW_BIT_LEVELS - 1][--place]) {
    }
    for (int i = HW_BIT_LEVELS - 1; i >= 0; i--) place = place << 6 | (size_t)(63 - __builtin_clzll(set->level[i][place]));
    hw_remove(set, (uint32_t)place);
    return (uint32_t)place;
}

/// Takes the smallest number out; `HW_NO_NUMBER` where the set is empty.
static inline uint32_t hw_remove_first(const hw_bit_set *set) {
    size_t place = 0;
    while (!set->level[HW_BIT_LEVELS - 1][place])
        if (++place == set->top_words) return HW_NO_NUMBER;
    for (int i = HW_BIT_LEVELS - 1; i >= 0; i--) place = place << 6 | (size_t)__builtin_ctzll(set->level[i][place]);
    hw_remove(set, (uint32_t)place);
    return (uint32_t)place;
}
