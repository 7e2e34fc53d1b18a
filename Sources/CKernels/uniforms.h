// The uniforms of a block of 64 replications, independent or stratified: vector forms of what hw_random.h defines.
#pragma once

#include "lanes.h"

/// What the uniforms of a block are made of: each lane's word of the stream times P3, and the block's.
typedef struct {
    vword chunk[CHUNKS];
    uint32_t block;
} counters;

/// Counters of the 64 replications from `first` on: independent words, or the 32 words of the block's jitters.
INLINE counters counters_from(uint32_t first, int stratified) {
    counters result;
    uint32_t start = stratified ? first / 2 : first;
    for (int c = 0; c < CHUNKS; c++)
        for (int l = 0; l < CHUNK; l++) result.chunk[c][l] = (start + (uint32_t)(c * CHUNK + l)) * HW_P32_3;
    result.block = (first / HW_STRATA | 0x80000000u) * HW_P32_3;
    return result;
}

/// `hw_uniform(hw_stream_word(...))` of one chunk's replications, times 2^23.
INLINE vfloat independent_uniform(uint32_t a, uint32_t b, vword lane) {
    vword h = rotl(lane + a, 17) * HW_P32_4;
    h = rotl(h + b, 17) * HW_P32_4;
    h ^= h >> 15;
    h *= HW_P32_2;
    h ^= h >> 13;
    h *= HW_P32_3;
    h ^= h >> 16;
    return __builtin_convertvector((vint)(h >> 9), vfloat) + 0.5f;
}

/// The choice of `hw_strata_choice` from a premixed key.
INLINE uint32_t strata_choice(uint32_t a, uint32_t b, uint32_t block) {
    uint32_t h = hw_rotl32(block + a, 17) * HW_P32_4;
    return hw_xxh32_avalanche(hw_rotl32(h + b, 17) * HW_P32_4);
}

/// `hw_stratified_uniform` of the 16 replications of group `g`, times 2^22, as two chunks.
INLINE void stratified_uniforms(const uint16_t *orders, uint32_t choice, uint32_t a, const counters *counters, int g, vfloat *u) {
    vword h = counters->chunk[g] + a;
    h ^= h >> 16;
    h *= 0x85EBCA6Bu;
    h ^= h >> 13;
    h *= 0xC2B2AE35u;
    h ^= h >> 16;
    vhalf jitter = __builtin_bit_cast(vhalf, h) | (vhalf)(uint16_t)1;
    vhalf stratum;
    memcpy(&stratum, orders + (choice >> 23) * HW_STRATA + 16 * ((uint32_t)g ^ (choice >> 6 & 3)), sizeof stratum);
    stratum ^= (vhalf)(uint16_t)(choice & 63);
    vhalf low = __builtin_shufflevector(jitter, stratum, 0, 16, 1, 17, 2, 18, 3, 19, 8, 24, 9, 25, 10, 26, 11, 27);
    vhalf high = __builtin_shufflevector(jitter, stratum, 4, 20, 5, 21, 6, 22, 7, 23, 12, 28, 13, 29, 14, 30, 15, 31);
    u[0] = __builtin_convertvector(__builtin_bit_cast(vint, low), vfloat);
    u[1] = __builtin_convertvector(__builtin_bit_cast(vint, high), vfloat);
}

/// The uniforms of 16 replications, group `g` of a block, as two chunks, times `SCALE`.
INLINE void scaled_uniforms(const hw_program *program, uint32_t a, uint32_t b, uint32_t choice, const counters *counters, int g,
                            int stratified, vfloat *u) {
    if (stratified) return stratified_uniforms(program->orders, choice, a, counters, g, u);
    u[0] = independent_uniform(a, b, counters->chunk[2 * g]);
    u[1] = independent_uniform(a, b, counters->chunk[2 * g + 1]);
}
#define SCALE(stratified) (stratified ? 0x1p22f : 0x1p23f)
