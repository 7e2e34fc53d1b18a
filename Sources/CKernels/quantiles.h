// Quantile functions, 8 replications at a time; parameters as in a record (hw_forecast.h).
#pragma once

#include "lanes.h"

typedef float quad __attribute__((ext_vector_type(4)));

/// Where the uniforms of a chunk lie in a quantile table: the first coefficient of each one's cell, and the place in it, 0 <= t < 1.
typedef struct {
    int32_t first[CHUNK];
    vfloat t;
} table_places;

/// The first step of `hw_table_quantile`, for a chunk.
INLINE table_places places_of(vfloat u) {
    table_places result;
    vfloat w = 1.0f - u, v = __builtin_elementwise_min(u, w);
    vword bits = __builtin_bit_cast(vword, v);
    vint cell = (vint)(bits >> (23 - HW_TABLE_SPLIT_BITS)) - ((127 - 24) << HW_TABLE_SPLIT_BITS);
    cell += u < w ? (vint)0 : (vint)HW_TABLE_CELLS;
    cell *= 4;
    memcpy(result.first, &cell, sizeof cell);
    // Through memory: eight loads are cheaper than taking eight words out of a vector one by one.
    __asm__("" : "+m"(result.first));
    vword mantissa = ((bits << HW_TABLE_SPLIT_BITS) & 0x007FFFFFu) | 0x3F800000u;
    result.t = __builtin_bit_cast(vfloat, mantissa) - 1.0f;
    return result;
}

/// The second: the cubics, each lane's four coefficients loaded at once and turned into four vectors.
INLINE vfloat cubics(const float *values, const table_places *places) {
    quad c[CHUNK];
    for (int l = 0; l < CHUNK; l++) memcpy(&c[l], values + places->first[l], sizeof c[l]);
    vfloat pair[4];
    for (int l = 0; l < 4; l++) pair[l] = __builtin_shufflevector(c[l], c[l + 4], 0, 1, 2, 3, 4, 5, 6, 7);
    vfloat low01 = __builtin_shufflevector(pair[0], pair[1], 0, 8, 1, 9, 4, 12, 5, 13);
    vfloat low23 = __builtin_shufflevector(pair[2], pair[3], 0, 8, 1, 9, 4, 12, 5, 13);
    vfloat high01 = __builtin_shufflevector(pair[0], pair[1], 2, 10, 3, 11, 6, 14, 7, 15);
    vfloat high23 = __builtin_shufflevector(pair[2], pair[3], 2, 10, 3, 11, 6, 14, 7, 15);
    vfloat c0 = __builtin_shufflevector(low01, low23, 0, 1, 8, 9, 4, 5, 12, 13);
    vfloat c1 = __builtin_shufflevector(low01, low23, 2, 3, 10, 11, 6, 7, 14, 15);
    vfloat c2 = __builtin_shufflevector(high01, high23, 0, 1, 8, 9, 4, 5, 12, 13);
    vfloat c3 = __builtin_shufflevector(high01, high23, 2, 3, 10, 11, 6, 7, 14, 15);
    return ((c3 * places->t + c2) * places->t + c1) * places->t + c0;
}

/// `hw_table_quantile` of a chunk.
INLINE vfloat table(const float *values, vfloat u) {
    table_places places = places_of(u);
    return cubics(values, &places);
}

/// `hw_exp` of a chunk.
INLINE vfloat exponential(vfloat x) {
    x = __builtin_elementwise_min(__builtin_elementwise_max(x, (vfloat)-80.0f), (vfloat)80.0f);
    vfloat shifted = x * 0x1.715476p+0f + 0x1.8p+23f;
    vfloat n = shifted - 0x1.8p+23f;
    vfloat r = (x - n * 0x1.63p-1f) - n * -0x1.bd0106p-13f;
    vfloat p = r * 0x1.6a2400p-10f + 0x1.123a02p-7f;
    p = p * r + 0x1.5558f2p-5f;
    p = p * r + 0x1.555492p-3f;
    p = p * r + 0x1.fffffcp-2f;
    vfloat y = 1.0f + (r + (r * r) * p);
    return __builtin_bit_cast(vfloat, __builtin_bit_cast(vword, y) + (__builtin_bit_cast(vword, shifted) << 23));
}

/// A triangular quantile's constants.
typedef struct {
    float low, high, share, below, above;
} triangle;

INLINE triangle triangle_of(const uint32_t *p) {
    float low = as_float(p[0]), mode = as_float(p[1]), high = as_float(p[2]), range = high - low;
    return (triangle){low, high, (mode - low) / range, range * (mode - low), range * (high - mode)};
}

INLINE vfloat triangular(triangle t, vfloat u) {
    vint below = u < t.share;
    vfloat square = below ? u * t.below : (1.0f - u) * t.above;
    vfloat root = __builtin_elementwise_sqrt(square);
    return below ? t.low + root : t.high - root;
}

INLINE vfloat pert(const uint32_t *p, vfloat u, const float *tables) {
    float low = as_float(p[0]), range = as_float(p[1]), weight = as_float(p[3]);
    const float *before = tables + (size_t)p[2] * HW_TABLE_FLOATS;
    table_places places = places_of(u);
    vfloat q = (1.0f - weight) * cubics(before, &places) + weight * cubics(before + HW_TABLE_FLOATS, &places);
    return low + range * q;
}

INLINE vfloat normal(const uint32_t *p, vfloat u, const float *values) {
    float mean = as_float(p[0]), deviation = as_float(p[1]), below = as_float(p[2]);
    vfloat inside = below + u * (1.0f - below);
    inside = __builtin_elementwise_min(__builtin_elementwise_max(inside, (vfloat)0x1p-24f), (vfloat)(1.0f - 0x1p-24f));
    return mean + deviation * table(values, inside);
}

INLINE vfloat tabulated(const hw_program *program, const uint32_t *p, vfloat u) {
    vfloat result;
    for (int l = 0; l < CHUNK; l++) {
        uint32_t low = program->step_offset[p[1]], high = program->step_offset[p[1] + 1];
        while (high - low > 1) {
            uint32_t middle = (low + high) / 2;
            if (program->steps[3 * middle] <= u[l]) low = middle;
            else high = middle;
        }
        const float *piece = program->steps + 3 * low;
        result[l] = as_float(p[0]) * (piece[1] + piece[2] * (u[l] - piece[0]));
    }
    return result;
}

/// The quantile of a shape that is not fixed, parameters at `p`.
INLINE vfloat quantile(const hw_program *program, uint32_t shape, const uint32_t *p, vfloat u) {
    switch (shape) {
    case HW_UNIFORM: return as_float(p[0]) + as_float(p[1]) * u;
    case HW_TRIANGULAR: return triangular(triangle_of(p), u);
    case HW_PERT: return pert(p, u, program->pert_tables);
    case HW_LOGNORMAL: return exponential(as_float(p[0]) + as_float(p[1]) * table(program->normal_table, u));
    case HW_NORMAL: return normal(p, u, program->normal_table);
    default: return tabulated(program, p, u);
    }
}
