// The sequence loop of model.py's Ntm (one controller layer), forward and backward, one sequence after another.
//
// PyTorch spends nearly all of a step of so small a network on calling operations. Here a sequence stays in the cache.
// Weight gradients are left to the caller: they are one matrix product each over what is recorded here.
// Compiled with SLOTS and WIDTH fixed, so that the inner loops unroll. Equations are those of the paper's section 3.

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace {

constexpr int N = SLOTS;
constexpr int M = WIDTH;
constexpr float TINY = 1e-8f;
constexpr float MEMORY_START = 1e-6f;

float dot(const float* a, const float* b, int size) {
    float sum = 0;
    for (int i = 0; i < size; ++i) sum += a[i] * b[i];
    return sum;
}

void add_scaled(float* to, const float* from, float scale, int size) {
    for (int i = 0; i < size; ++i) to[i] += scale * from[i];
}

// y = W x + b, W of shape [rows, columns].
void affine(float* y, const float* w, const float* b, const float* x, int rows, int columns) {
    for (int r = 0; r < rows; ++r) y[r] = b[r] + dot(w + r * columns, x, columns);
}

// x += Wᵀ y
void transposed(float* x, const float* w, const float* y, int rows, int columns) {
    for (int r = 0; r < rows; ++r) add_scaled(x, w + r * columns, y[r], columns);
}

float sigmoid(float x) { return 1 / (1 + std::exp(-x)); }

void softmax(float* values, int size) {
    const float top = *std::max_element(values, values + size);
    float sum = 0;
    for (int i = 0; i < size; ++i) sum += values[i] = std::exp(values[i] - top);
    for (int i = 0; i < size; ++i) values[i] /= sum;
}

// The gradient before a softmax, from its output y and the gradient dy after it, in place.
void softmax_backward(float* dy, const float* y, int size) {
    const float mean = dot(y, dy, size);
    for (int i = 0; i < size; ++i) dy[i] = y[i] * (dy[i] - mean);
}

struct Shape {
    int inputs, controller, readers, writers;
    int heads() const { return readers + writers; }
    int joined() const { return inputs + readers * M + controller; }
    int seen() const { return controller + readers * M; }
    // Places of the head parameters in their row: keys, add | erase, gates | strengths, sharpenings | shifts.
    int add() const { return heads() * M; }
    int erase() const { return add() + writers * M; }
    int gate() const { return erase() + writers * M; }
    int strength() const { return gate() + heads(); }
    int sharpening() const { return strength() + heads(); }
    int shift() const { return sharpening() + heads(); }
    int parameters() const { return shift() + 3 * heads(); }
};

// What a step leaves for the way back.
struct Step {
    std::vector<float> gates, cell, asked, row_scale, key_scale, cosine, content, gated, blurred, weighting, memory;
    explicit Step(const Shape& s)
        : gates(4 * s.controller), cell(s.controller), asked(s.parameters()), row_scale(N), key_scale(s.heads()),
          cosine(s.heads() * N), content(s.heads() * N), gated(s.heads() * N), blurred(s.heads() * N),
          weighting(s.heads() * N), memory(N * M) {}
};

struct Weights {
    const float *gates, *gates_bias, *heads, *heads_bias;
};

void activate(const Shape& s, float* p) {
    for (int i = 0; i < s.erase(); ++i) p[i] = std::tanh(p[i]);
    for (int i = s.erase(); i < s.strength(); ++i) p[i] = sigmoid(p[i]);
    for (int i = s.strength(); i < s.shift(); ++i) p[i] = std::max(p[i], 0.f) + std::log1p(std::exp(-std::fabs(p[i])));
    for (int h = 0; h < s.heads(); ++h) {
        p[s.sharpening() + h] += 1;
        softmax(p + s.shift() + 3 * h, 3);
    }
}

void address(const Shape& s, Step& now, const float* memory, const float* previous) {
    for (int n = 0; n < N; ++n) now.row_scale[n] = 1 / std::sqrt(dot(memory + n * M, memory + n * M, M) + TINY);
    for (int h = 0; h < s.heads(); ++h) {
        const float* key = &now.asked[h * M];
        const float scale = now.key_scale[h] = 1 / std::sqrt(dot(key, key, M) + TINY);
        const float strength = now.asked[s.strength() + h], gate = now.asked[s.gate() + h];
        const float sharpening = now.asked[s.sharpening() + h];
        const float* shift = &now.asked[s.shift() + 3 * h];
        float *cosine = &now.cosine[h * N], *content = &now.content[h * N], *gated = &now.gated[h * N];
        float *blurred = &now.blurred[h * N], *weighting = &now.weighting[h * N];
        for (int n = 0; n < N; ++n) {
            cosine[n] = scale * now.row_scale[n] * dot(key, memory + n * M, M);
            content[n] = strength * cosine[n];
        }
        softmax(content, N);
        for (int n = 0; n < N; ++n) gated[n] = (1 - gate) * previous[h * N + n] + gate * content[n];
        for (int n = 0; n < N; ++n)
            blurred[n] = shift[0] * gated[(n + 1) % N] + shift[1] * gated[n] + shift[2] * gated[(n + N - 1) % N];
        for (int n = 0; n < N; ++n) weighting[n] = sharpening * std::log(blurred[n] + TINY);
        softmax(weighting, N);
    }
}

void write(const Shape& s, Step& now, const float* before) {
    for (int n = 0; n < N; ++n) {
        float* row = &now.memory[n * M];
        std::copy(before + n * M, before + (n + 1) * M, row);
        for (int k = 0; k < s.writers; ++k) {
            const float w = now.weighting[(s.readers + k) * N + n];
            const float* erase = &now.asked[s.erase() + k * M];
            for (int m = 0; m < M; ++m) row[m] *= 1 - w * erase[m];
        }
        for (int k = 0; k < s.writers; ++k)
            add_scaled(row, &now.asked[s.add() + k * M], now.weighting[(s.readers + k) * N + n], M);
    }
}

void control(const Shape& s, const Weights& w, Step& now, const float* joined, const float* cell, float* hidden) {
    const int c = s.controller;
    float* g = now.gates.data();
    affine(g, w.gates, w.gates_bias, joined, 4 * c, s.joined());
    for (int i = 0; i < 3 * c; ++i) g[i] = sigmoid(g[i]);
    for (int i = 3 * c; i < 4 * c; ++i) g[i] = std::tanh(g[i]);
    for (int i = 0; i < c; ++i) {
        now.cell[i] = g[i] * cell[i] + g[c + i] * g[3 * c + i];
        hidden[i] = g[2 * c + i] * std::tanh(now.cell[i]);
    }
}

Step start(const Shape& s) {
    Step rest(s);
    std::fill(rest.memory.begin(), rest.memory.end(), MEMORY_START);
    for (int h = 0; h < s.heads(); ++h) rest.weighting[h * N] = 1;
    return rest;
}

// Gradients on their way from one step to the one before it.
struct Back {
    std::vector<float> memory, weighting, reads, hidden, cell;
    explicit Back(const Shape& s)
        : memory(N * M), weighting(s.heads() * N), reads(s.readers * M), hidden(s.controller), cell(s.controller) {}
};

// From dL/dM_t (back.memory) to dL/dM_{t-1}, with the shares of the weightings and of what was written.
void write_backward(const Shape& s, const Step& now, const float* before, Back& back, float* dasked) {
    for (int n = 0; n < N; ++n) {
        float* d = &back.memory[n * M];
        float kept[M];
        std::fill(kept, kept + M, 1.f);
        for (int k = 0; k < s.writers; ++k) {
            const float w = now.weighting[(s.readers + k) * N + n];
            const float *erase = &now.asked[s.erase() + k * M], *add = &now.asked[s.add() + k * M];
            float others[M];
            for (int m = 0; m < M; ++m) others[m] = -d[m] * before[n * M + m];
            for (int j = 0; j < s.writers; ++j) {
                if (j == k) continue;
                const float v = now.weighting[(s.readers + j) * N + n];
                for (int m = 0; m < M; ++m) others[m] *= 1 - v * now.asked[s.erase() + j * M + m];
            }
            back.weighting[(s.readers + k) * N + n] += dot(others, erase, M) + dot(d, add, M);
            add_scaled(dasked + s.erase() + k * M, others, w, M);
            add_scaled(dasked + s.add() + k * M, d, w, M);
            for (int m = 0; m < M; ++m) kept[m] *= 1 - w * erase[m];
        }
        for (int m = 0; m < M; ++m) d[m] *= kept[m];
    }
}

// From dL/dw_t (back.weighting) to dL/dw_{t-1}, with the shares of the memory and of what the heads asked for.
void address_backward(const Shape& s, const Step& now, const float* memory, const float* previous, Back& back,
                      float* dasked) {
    for (int h = 0; h < s.heads(); ++h) {
        const float* key = &now.asked[h * M];
        const float strength = now.asked[s.strength() + h], gate = now.asked[s.gate() + h];
        const float sharpening = now.asked[s.sharpening() + h], scale = now.key_scale[h];
        const float *shift = &now.asked[s.shift() + 3 * h], *cosine = &now.cosine[h * N];
        const float *content = &now.content[h * N], *gated = &now.gated[h * N], *blurred = &now.blurred[h * N];
        float *d = &back.weighting[h * N], *dshift = dasked + s.shift() + 3 * h, *dkey = dasked + h * M;
        float dblurred[N], dcontent[N];

        softmax_backward(d, &now.weighting[h * N], N);
        float dsharpening = 0;
        for (int n = 0; n < N; ++n) {
            dsharpening += d[n] * std::log(blurred[n] + TINY);
            dblurred[n] = d[n] * sharpening / (blurred[n] + TINY);
        }
        dasked[s.sharpening() + h] = dsharpening;

        float dgate = 0;
        for (int n = 0; n < N; ++n) {
            const int on = (n + 1) % N, back_one = (n + N - 1) % N;
            dshift[0] += dblurred[n] * gated[on];
            dshift[1] += dblurred[n] * gated[n];
            dshift[2] += dblurred[n] * gated[back_one];
            const float dgated = shift[0] * dblurred[back_one] + shift[1] * dblurred[n] + shift[2] * dblurred[on];
            dgate += dgated * (content[n] - previous[h * N + n]);
            dcontent[n] = gate * dgated;
            d[n] = (1 - gate) * dgated;
        }
        dasked[s.gate() + h] = dgate;

        softmax_backward(dcontent, content, N);
        dasked[s.strength() + h] = dot(dcontent, cosine, N);
        float along = 0;
        for (int n = 0; n < N; ++n) {
            const float dcosine = strength * dcontent[n], row = now.row_scale[n];
            add_scaled(dkey, memory + n * M, dcosine * scale * row, M);
            add_scaled(&back.memory[n * M], key, dcosine * scale * row, M);
            add_scaled(&back.memory[n * M], memory + n * M, -dcosine * cosine[n] * row * row, M);
            along += dcosine * cosine[n];
        }
        add_scaled(dkey, key, -along * scale * scale, M);
    }
}

// Through the functions of `activate`, in place.
void activate_backward(const Shape& s, const float* p, float* d) {
    for (int i = 0; i < s.erase(); ++i) d[i] *= 1 - p[i] * p[i];
    for (int i = s.erase(); i < s.strength(); ++i) d[i] *= p[i] * (1 - p[i]);
    for (int i = s.strength(); i < s.sharpening(); ++i) d[i] *= 1 - std::exp(-p[i]);
    for (int i = s.sharpening(); i < s.shift(); ++i) d[i] *= 1 - std::exp(1 - p[i]);
    for (int h = 0; h < s.heads(); ++h) softmax_backward(d + s.shift() + 3 * h, p + s.shift() + 3 * h, 3);
}

// Through the LSTM: gradients before its gates into `dgates`, the cell's for the step before into `back`.
void control_backward(const Shape& s, const Step& now, const float* cell, Back& back, float* dgates) {
    const int c = s.controller;
    const float* g = now.gates.data();
    for (int i = 0; i < c; ++i) {
        const float keep = g[i], in = g[c + i], out = g[2 * c + i], candidate = g[3 * c + i];
        const float shown = std::tanh(now.cell[i]);
        const float dcell = back.cell[i] + back.hidden[i] * out * (1 - shown * shown);
        dgates[i] = dcell * cell[i] * keep * (1 - keep);
        dgates[c + i] = dcell * candidate * in * (1 - in);
        dgates[2 * c + i] = back.hidden[i] * shown * out * (1 - out);
        dgates[3 * c + i] = dcell * in * (1 - candidate * candidate);
        back.cell[i] = dcell * keep;
    }
}

}  // namespace

extern "C" {

// inputs [steps, batch, inputs] → seen [steps, batch, controller + reads], joined [steps, batch, inputs + reads +
// controller]. If `keep`, returns what ntm_backward needs, to be freed by ntm_free.
void* ntm_forward(const int* sizes, const float* const* weights, const float* inputs, float* seen, float* joined,
                  int keep) {
    const int steps = sizes[0], batch = sizes[1];
    const Shape s{sizes[2], sizes[3], sizes[4], sizes[5]};
    const Weights w{weights[0], weights[1], weights[2], weights[3]};
    const Step rest = start(s);
    auto record = std::make_unique<std::vector<Step>>();
    record->reserve(keep ? static_cast<size_t>(steps) * batch : 2);
    for (int b = 0; b < batch; ++b) {
        std::vector<float> hidden(s.controller), reads(s.readers * M, MEMORY_START);
        for (int t = 0; t < steps; ++t) {
            const Step& before = t ? record->back() : rest;
            const size_t at = static_cast<size_t>(t) * batch + b;
            float* z = joined + at * s.joined();
            std::copy_n(inputs + at * s.inputs, s.inputs, z);
            std::copy(reads.begin(), reads.end(), z + s.inputs);
            std::copy(hidden.begin(), hidden.end(), z + s.inputs + s.readers * M);
            Step now(s);
            control(s, w, now, z, before.cell.data(), hidden.data());
            affine(now.asked.data(), w.heads, w.heads_bias, hidden.data(), s.parameters(), s.controller);
            activate(s, now.asked.data());
            address(s, now, before.memory.data(), before.weighting.data());
            write(s, now, before.memory.data());
            std::fill(reads.begin(), reads.end(), 0.f);
            for (int r = 0; r < s.readers; ++r)
                for (int n = 0; n < N; ++n) add_scaled(&reads[r * M], &now.memory[n * M], now.weighting[r * N + n], M);
            std::copy(hidden.begin(), hidden.end(), seen + at * s.seen());
            std::copy(reads.begin(), reads.end(), seen + at * s.seen() + s.controller);
            if (!keep && record->size() > 1) record->erase(record->begin());
            record->push_back(std::move(now));
        }
    }
    return keep ? record.release() : nullptr;
}

void ntm_free(void* record) { delete static_cast<std::vector<Step>*>(record); }

// dseen as seen → dgates [steps, batch, 4 controller], dasked [steps, batch, parameters], both zero before.
void ntm_backward(const int* sizes, const float* const* weights, void* kept, const float* dseen, float* dgates,
                  float* dasked) {
    const int steps = sizes[0], batch = sizes[1];
    const Shape s{sizes[2], sizes[3], sizes[4], sizes[5]};
    const Weights w{weights[0], weights[1], weights[2], weights[3]};
    const Step rest = start(s);
    const auto& record = *static_cast<std::vector<Step>*>(kept);
    for (int b = 0; b < batch; ++b) {
        Back back(s);
        for (int t = steps - 1; t >= 0; --t) {
            const Step& now = record[static_cast<size_t>(b) * steps + t];
            const Step& before = t ? record[static_cast<size_t>(b) * steps + t - 1] : rest;
            const size_t at = static_cast<size_t>(t) * batch + b;
            const float* d = dseen + at * s.seen();
            float *dg = dgates + at * 4 * s.controller, *da = dasked + at * s.parameters();
            add_scaled(back.hidden.data(), d, 1, s.controller);
            add_scaled(back.reads.data(), d + s.controller, 1, s.readers * M);
            for (int r = 0; r < s.readers; ++r)
                for (int n = 0; n < N; ++n) {
                    back.weighting[r * N + n] += dot(&back.reads[r * M], &now.memory[n * M], M);
                    add_scaled(&back.memory[n * M], &back.reads[r * M], now.weighting[r * N + n], M);
                }
            write_backward(s, now, before.memory.data(), back, da);
            address_backward(s, now, before.memory.data(), before.weighting.data(), back, da);
            activate_backward(s, now.asked.data(), da);
            transposed(back.hidden.data(), w.heads, da, s.parameters(), s.controller);
            control_backward(s, now, before.cell.data(), back, dg);
            std::vector<float> dz(s.joined());
            transposed(dz.data(), w.gates, dg, 4 * s.controller, s.joined());
            std::copy_n(dz.begin() + s.inputs, s.readers * M, back.reads.begin());
            std::copy_n(dz.begin() + s.inputs + s.readers * M, s.controller, back.hidden.begin());
        }
    }
}

}  // extern "C"
