// Small helpers over bytes in memory.
#pragma once

#include <stddef.h>
#include <stdint.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif
#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Huge pages begin at multiples of this, as a rule.
#define HW_HUGE_PAGE ((size_t)1 << 21)

/// Asks for huge pages in memory that begins at a multiple of `HW_HUGE_PAGE` and was not touched yet: rows that are read far apart then
/// miss the tables of pages less often (a sixth of the forward pass at a million tasks). Only a wish; nothing depends on it.
static inline void hw_ask_for_huge_pages(void *address, size_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    if (bytes >= 2 * HW_HUGE_PAGE) madvise(address, bytes / HW_HUGE_PAGE * HW_HUGE_PAGE, MADV_HUGEPAGE);
#else
    (void)address;
    (void)bytes;
#endif
}

/// Gives blocks from `bytes` on pages of their own for good, which go back to the system when they are freed. Left alone, the library raises
/// that limit to the largest block ever freed (32 MiB at most), and columns that grow below it leave holes that stay.
static inline void hw_give_large_blocks_pages(int bytes) {
#if defined(__GLIBC__)
    mallopt(M_MMAP_THRESHOLD, bytes);
#else
    (void)bytes;
#endif
}

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
