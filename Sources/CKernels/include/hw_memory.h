// Small helpers over bytes in memory.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Asks for the cache line at an address, which will be read soon.
static inline void hw_prefetch(const void *address) { __builtin_prefetch(address); }

/// How often a byte occurs. In strides short enough for 8-bit sums, so that the inner loop is one vector compare and subtract.
static inline size_t hw_count(const uint8_t *bytes, size_t count, uint8_t wanted) {
    size_t total = 0, at = 0;
    for (; at + 4096 <= count; at += 4096) {
        uint8_t sums[32] = {0};
        for (int row = 0; row < 128; row++)
            for (int lane = 0; lane < 32; lane++) sums[lane] += bytes[at + 32 * row + lane] == wanted;
        for (int lane = 0; lane < 32; lane++) total += sums[lane];
    }
    for (; at < count; at++) total += bytes[at] == wanted;
    return total;
}
