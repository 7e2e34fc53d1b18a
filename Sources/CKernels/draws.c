// Single draws, as the forward pass makes them: the durations of one record, uniforms of one key, quantiles of one shape.
#include "sampling.h"

void hw_durations(const hw_program *program, const hw_workspace *workspace, uint32_t first_replication, size_t record,
                  const int32_t *starts, uint32_t without, uint32_t without_count, int32_t *durations) {
    header h;
    const uint32_t *w = read_header(program->words + record, &h);
    int stratified = program->orders != 0;
    counters counters = counters_from(first_replication, stratified);
    row drawn, begins;
    if (starts) memcpy(&begins, starts, sizeof begins);
    if (h.op & HW_HAS_EFFECTS) {
        const row *known = starts ? &begins : 0;
        if (stratified) affected(program, workspace, h.op & HW_SHAPE_MASK, w, &counters, 1, known, without, without_count, &drawn);
        else affected(program, workspace, h.op & HW_SHAPE_MASK, w, &counters, 0, known, without, without_count, &drawn);
    } else if (stratified) {
        sample(program, h.op & HW_SHAPE_MASK, w, &counters, 1, &drawn, 0);
    } else {
        sample(program, h.op & HW_SHAPE_MASK, w, &counters, 0, &drawn, 0);
    }
    memcpy(durations, &drawn, sizeof drawn);
}

void hw_uniforms(const hw_program *program, uint32_t key_a, uint32_t key_b, uint32_t first_replication, float *u) {
    int stratified = program->orders != 0;
    counters counters = counters_from(first_replication, stratified);
    uint32_t a = key_a + HW_P32_5 + 8u, b = key_b * HW_P32_3, choice = strata_choice(a, b, counters.block);
    for (int g = 0; g < CHUNKS / 2; g++) {
        vfloat pair[2];
        scaled_uniforms(program, a, b, choice, &counters, g, stratified, pair);
        for (int half = 0; half < 2; half++) pair[half] *= 1.0f / SCALE(stratified);
        memcpy(u + 2 * CHUNK * g, pair, sizeof pair);
    }
}

void hw_quantiles(const hw_program *program, uint32_t shape, const uint32_t *parameters, const float *u, float *values) {
    for (int c = 0; c < CHUNKS; c++) {
        vfloat x;
        memcpy(&x, u + c * CHUNK, sizeof x);
        x = quantile(program, shape, parameters, x);
        memcpy(values + c * CHUNK, &x, sizeof x);
    }
}
