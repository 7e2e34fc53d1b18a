// Vectors of 8 replications, rows of 64, and what is done with them; for the kernels alone. Everything is inlined into clones that are
// compiled for different CPUs, so nothing here may have a symbol of its own.
#pragma once

#include "hw_forecast.h"
#include "hw_random.h"

#pragma STDC FP_CONTRACT OFF
// Vectors are handed to inlined functions only, so their calling convention does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))
// Loops over a row's chunks are short and known: unrolled at any level of optimisation.
#define UNROLLED _Pragma("clang loop unroll(full)")
#define CHUNK 8
#define CHUNKS (HW_LANES / CHUNK)

typedef int32_t vint __attribute__((ext_vector_type(CHUNK)));
typedef uint32_t vword __attribute__((ext_vector_type(CHUNK)));
typedef float vfloat __attribute__((ext_vector_type(CHUNK)));
typedef _Bool vbool __attribute__((ext_vector_type(CHUNK)));
typedef uint16_t vhalf __attribute__((ext_vector_type(2 * CHUNK)));

/// A row of one value a replication.
typedef struct {
    vint chunk[CHUNKS];
} row;

/// A row of factors.
typedef struct {
    vfloat chunk[CHUNKS];
} float_row;

INLINE float as_float(uint32_t word) { return hw_bits_float(word); }
INLINE vword rotl(vword x, int r) { return (x << r) | (x >> (32 - r)); }
INLINE uint8_t bits_of(vint condition) { return __builtin_bit_cast(uint8_t, __builtin_convertvector(condition, vbool)); }

/// To whole minutes, never negative.
INLINE vint minutes(vfloat x) {
    x = __builtin_elementwise_max(x, (vfloat)0.0f);
    return __builtin_convertvector(x + 0.5f, vint);
}

INLINE uint64_t equal(const row *a, const row *b) {
    uint64_t mask = 0;
    for (int c = 0; c < CHUNKS; c++) mask |= (uint64_t)bits_of(a->chunk[c] == b->chunk[c]) << (c * CHUNK);
    return mask;
}

INLINE int64_t sum(const row *values) {
    int64_t result = 0;
    for (int l = 0; l < HW_LANES; l++) result += ((const int32_t *)values)[l];
    return result;
}
