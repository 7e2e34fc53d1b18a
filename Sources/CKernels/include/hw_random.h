// Hashes, counter-based random words, uniforms and the exponential: the scalar definitions that Swift and the vector kernels
// share. Header only, portable C, no branches on data where a lane may call it, so that loops over replications vectorise.
// Every result has the same bits on every CPU: integers wrap, floats are single operations in the order written, and no
// product is fused with a sum. Do not compile it with -ffast-math.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#endif

// Bits and little-endian loads

static inline uint32_t hw_rotl32(uint32_t x, int r) { return (x << r) | (x >> (32 - r)); }
static inline uint64_t hw_rotl64(uint64_t x, int r) { return (x << r) | (x >> (64 - r)); }

static inline uint32_t hw_load32(const uint8_t *p) {
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}
static inline uint64_t hw_load64(const uint8_t *p) { return (uint64_t)hw_load32(p) | (uint64_t)hw_load32(p + 4) << 32; }

static inline uint32_t hw_float_bits(float x) {
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}
static inline float hw_bits_float(uint32_t bits) {
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

// XXH32 and XXH64, as specified in "xxHash fast digest algorithm" 0.2.0 (Y. Collet), little endian on every machine.

#define HW_P32_1 0x9E3779B1u
#define HW_P32_2 0x85EBCA77u
#define HW_P32_3 0xC2B2AE3Du
#define HW_P32_4 0x27D4EB2Fu
#define HW_P32_5 0x165667B1u

static inline uint32_t hw_xxh32_round(uint32_t acc, uint32_t word) {
    return hw_rotl32(acc + word * HW_P32_2, 13) * HW_P32_1;
}

static inline uint32_t hw_xxh32_avalanche(uint32_t h) {
    h ^= h >> 15;
    h *= HW_P32_2;
    h ^= h >> 13;
    h *= HW_P32_3;
    return h ^ (h >> 16);
}

/// XXH32 of `n` bytes.
static inline uint32_t hw_xxh32(const void *bytes, size_t n, uint32_t seed) {
    const uint8_t *p = (const uint8_t *)bytes, *end = p + n;
    uint32_t h = seed + HW_P32_5;
    if (n >= 16) {
        uint32_t a = seed + HW_P32_1 + HW_P32_2, b = seed + HW_P32_2, c = seed, d = seed - HW_P32_1;
        for (; end - p >= 16; p += 16) {
            a = hw_xxh32_round(a, hw_load32(p));
            b = hw_xxh32_round(b, hw_load32(p + 4));
            c = hw_xxh32_round(c, hw_load32(p + 8));
            d = hw_xxh32_round(d, hw_load32(p + 12));
        }
        h = hw_rotl32(a, 1) + hw_rotl32(b, 7) + hw_rotl32(c, 12) + hw_rotl32(d, 18);
    }
    h += (uint32_t)n;
    for (; end - p >= 4; p += 4) h = hw_rotl32(h + hw_load32(p) * HW_P32_3, 17) * HW_P32_4;
    for (; p < end; p++) h = hw_rotl32(h + *p * HW_P32_5, 11) * HW_P32_1;
    return hw_xxh32_avalanche(h);
}

#define HW_P64_1 0x9E3779B185EBCA87ull
#define HW_P64_2 0xC2B2AE3D27D4EB4Full
#define HW_P64_3 0x165667B19E3779F9ull
#define HW_P64_4 0x85EBCA77C2B2AE63ull
#define HW_P64_5 0x27D4EB2F165667C5ull

static inline uint64_t hw_xxh64_round(uint64_t acc, uint64_t word) {
    return hw_rotl64(acc + word * HW_P64_2, 31) * HW_P64_1;
}

static inline uint64_t hw_xxh64_merge(uint64_t h, uint64_t acc) {
    return (h ^ hw_xxh64_round(0, acc)) * HW_P64_1 + HW_P64_4;
}

static inline uint64_t hw_xxh64_avalanche(uint64_t h) {
    h ^= h >> 33;
    h *= HW_P64_2;
    h ^= h >> 29;
    h *= HW_P64_3;
    return h ^ (h >> 32);
}

/// XXH64 of `n` bytes: the stable identity of a name. It never changes between versions, machines or runs.
static inline uint64_t hw_xxh64(const void *bytes, size_t n, uint64_t seed) {
    const uint8_t *p = (const uint8_t *)bytes, *end = p + n;
    uint64_t h = seed + HW_P64_5;
    if (n >= 32) {
        uint64_t a = seed + HW_P64_1 + HW_P64_2, b = seed + HW_P64_2, c = seed, d = seed - HW_P64_1;
        for (; end - p >= 32; p += 32) {
            a = hw_xxh64_round(a, hw_load64(p));
            b = hw_xxh64_round(b, hw_load64(p + 8));
            c = hw_xxh64_round(c, hw_load64(p + 16));
            d = hw_xxh64_round(d, hw_load64(p + 24));
        }
        h = hw_rotl64(a, 1) + hw_rotl64(b, 7) + hw_rotl64(c, 12) + hw_rotl64(d, 18);
        h = hw_xxh64_merge(hw_xxh64_merge(hw_xxh64_merge(hw_xxh64_merge(h, a), b), c), d);
    }
    h += (uint64_t)n;
    for (; end - p >= 8; p += 8) h = hw_rotl64(h ^ hw_xxh64_round(0, hw_load64(p)), 27) * HW_P64_1 + HW_P64_4;
    for (; end - p >= 4; p += 4) h = hw_rotl64(h ^ (uint64_t)hw_load32(p) * HW_P64_1, 23) * HW_P64_2 + HW_P64_3;
    for (; p < end; p++) h = hw_rotl64(h ^ *p * HW_P64_5, 11) * HW_P64_1;
    return hw_xxh64_avalanche(h);
}

// Random words

/// The keyed stream: XXH32 of the eight bytes (replication, keyB), both little endian, seeded with keyA. Six multiplications,
/// no state: word r of a stream costs the same whichever words were drawn before.
static inline uint32_t hw_stream_word(uint32_t keyA, uint32_t keyB, uint32_t replication) {
    uint32_t h = keyA + HW_P32_5 + 8u;
    h = hw_rotl32(h + replication * HW_P32_3, 17) * HW_P32_4;
    h = hw_rotl32(h + keyB * HW_P32_3, 17) * HW_P32_4;
    return hw_xxh32_avalanche(h);
}

/// Philox4x32 with ten rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11).
static inline void hw_philox4x32_10(const uint32_t ctr[4], const uint32_t key[2], uint32_t out[4]) {
    uint32_t c0 = ctr[0], c1 = ctr[1], c2 = ctr[2], c3 = ctr[3], k0 = key[0], k1 = key[1];
    for (int round = 0; round < 10; round++) {
        uint64_t m0 = (uint64_t)0xD2511F53u * c0, m1 = (uint64_t)0xCD9E8D57u * c2;
        c0 = (uint32_t)(m1 >> 32) ^ c1 ^ k0;
        c1 = (uint32_t)m1;
        c2 = (uint32_t)(m0 >> 32) ^ c3 ^ k1;
        c3 = (uint32_t)m0;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    out[0] = c0;
    out[1] = c1;
    out[2] = c2;
    out[3] = c3;
}

/// The key of a stream: the first two words of Philox under the seed, at the counter (identity, purpose, 0).
typedef struct {
    uint32_t a, b;
} hw_key;

static inline hw_key hw_stream_key(uint64_t seed, uint64_t identity, uint32_t purpose) {
    uint32_t ctr[4] = {(uint32_t)identity, (uint32_t)(identity >> 32), purpose, 0}, out[4];
    uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
    hw_philox4x32_10(ctr, key, out);
    hw_key result = {out[0], out[1]};
    return result;
}

/// MurmurHash3's finaliser (A. Appleby), a bijection of 32 bits.
static inline uint32_t hw_fmix32(uint32_t h) {
    h ^= h >> 16;
    h *= 0x85EBCA6Bu;
    h ^= h >> 13;
    h *= 0xC2B2AE35u;
    return h ^ (h >> 16);
}

// Stratified uniforms: the 64 replications of a block fall into the 64 strata of [0, 1), one each, in an order that the key chooses
// anew for each block; within its stratum a uniform lies anywhere. Blocks are independent, so a draw still depends on the key and
// the replication alone.

/// Replications in a block, and strata.
#define HW_STRATA 64
/// Orders of the strata to choose from, beside the 64 flips and 4 rotations of each.
#define HW_STRATA_ORDERS 512

/// Fills the orders: Fisher-Yates shuffles of 0 ... 63 driven by Philox under key 0.
void hw_strata_fill(uint16_t *orders);

/// The block's word of a key: which order (upper 9 bits), its rotation (bits 6 and 7) and flip (lower 6 bits).
static inline uint32_t hw_strata_choice(uint32_t keyA, uint32_t keyB, uint32_t block) {
    return hw_stream_word(keyA, keyB, block | 0x80000000u);
}

/// Where a replication of a group of 16 stands in the group's words: vectors interleave 16-bit halves within halves of a register.
static inline uint32_t hw_strata_element(uint32_t inGroup) {
    return (inGroup & 3) | (inGroup & 4) << 1 | (inGroup & 8) >> 1;
}

/// The stratified uniform of a replication: (2^16 stratum + jitter) / 2^22 with an odd 16-bit jitter: exact, symmetric about 1/2,
/// never 0, 1/2 or 1. Jitters are halves of hw_fmix32 over a Weyl sequence that starts at the key's first word.
static inline float hw_stratified_uniform(const uint16_t *orders, uint32_t keyA, uint32_t keyB, uint32_t replication) {
    uint32_t block = replication / HW_STRATA, group = replication / 16 % 4, element = hw_strata_element(replication % 16);
    uint32_t choice = hw_strata_choice(keyA, keyB, block);
    uint32_t place = (group ^ (choice >> 6 & 3)) * 16 + element;
    uint32_t stratum = orders[(choice >> 23) * HW_STRATA + place] ^ (choice & 63u);
    uint32_t word = hw_fmix32(keyA + HW_P32_5 + 8u + (block * 32 + group * 8 + element / 2) * HW_P32_3);
    uint32_t jitter = (element & 1 ? word >> 16 : word & 0xFFFFu) | 1u;
    return (float)(int32_t)(stratum << 16 | jitter) * 0x1p-22f;
}

/// A word's upper 23 bits k as the uniform (k + 1/2) / 2^23: exact, symmetric about 1/2, never 0, 1/2 or 1. 1 - u is exact too.
static inline float hw_uniform(uint32_t word) { return ((float)(word >> 9) + 0.5f) * 0x1p-23f; }

// Quantile tables (the layout is documented at `QuantileTable` in PlanStatistics)

/// Sub-cells per octave as a power of two, cells a side (23 octaves and one for v = 1/2), floats a table (two sides, four
/// coefficients a cell).
#define HW_TABLE_SPLIT_BITS 2
#define HW_TABLE_CELLS ((23 << HW_TABLE_SPLIT_BITS) + 1)
#define HW_TABLE_FLOATS (2 * 4 * HW_TABLE_CELLS)

/// The tabulated quantile at u. Precondition: 2^-24 <= u <= 1 - 2^-24, which every `hw_uniform` is.
static inline float hw_table_quantile(const float *table, float u) {
    float w = 1.0f - u;
    float v = u < w ? u : w;
    uint32_t bits = hw_float_bits(v);
    uint32_t cell = (bits >> (23 - HW_TABLE_SPLIT_BITS)) - ((127u - 24u) << HW_TABLE_SPLIT_BITS);
    cell += u < w ? 0u : (uint32_t)HW_TABLE_CELLS;
    // The mantissa bits below the cell's, moved to the top of a float in [1, 2): t is exact.
    float t = hw_bits_float(((bits << HW_TABLE_SPLIT_BITS) & 0x007FFFFFu) | 0x3F800000u) - 1.0f;
    const float *c = table + 4 * (size_t)cell;
    return ((c[3] * t + c[2]) * t + c[1]) * t + c[0];
}

// The exponential

/// e^x, never decreasing, within 1e-7 of itself (relatively) for |x| <= 80; beyond, e^80 and e^-80. Straight-line code: x =
/// n ln 2 + r with n by the rounding of x / ln 2 + 1.5 * 2^23, ln 2 in two parts (n times the first is exact), a minimax
/// polynomial of degree 6 in r, and n added to the exponent. NaN gives an unspecified value.
static inline float hw_exp(float x) {
    x = x < -80.0f ? -80.0f : x;
    x = x > 80.0f ? 80.0f : x;
    float shifted = x * 0x1.715476p+0f + 0x1.8p+23f;
    float n = shifted - 0x1.8p+23f;
    float r = (x - n * 0x1.63p-1f) - n * -0x1.bd0106p-13f;
    float p = 0x1.6a2400p-10f;
    p = p * r + 0x1.123a02p-7f;
    p = p * r + 0x1.5558f2p-5f;
    p = p * r + 0x1.555492p-3f;
    p = p * r + 0x1.fffffcp-2f;
    float y = 1.0f + (r + (r * r) * p);
    // The low bits of `shifted` are n, in two's complement; shifted up, the rest falls off the top.
    return hw_bits_float(hw_float_bits(y) + (hw_float_bits(shifted) << 23));
}
