// The network of network.py, forward and backward, for batches of some dozens on one core.
//
// Layouts are those of the page: pictures [y, x, channel], kernels [y, x, in, out], so that a patch of a picture is a
// few contiguous runs and the outputs of one place fill whole vectors. Two things make it quick: several places share
// each weight loaded, and zeros are skipped, of which the black background and the rectifiers leave many.

#include <cstdint>
#include <cstring>
#include <vector>

namespace {

typedef float Vector __attribute__((vector_size(64), aligned(4)));
constexpr int L = 16;  // floats in a Vector

constexpr int SIDE = 84, STACK = 4, PICTURE = SIDE * SIDE * STACK;
constexpr int SIDE1 = 20, OUT1 = 16, RUN1 = 8 * STACK, UNITS1 = SIDE1 * SIDE1 * OUT1;
constexpr int SIDE2 = 9, OUT2 = 32, RUN2 = 4 * OUT1, UNITS2 = SIDE2 * SIDE2 * OUT2;
constexpr int UNITS3 = 256, V3 = UNITS3 / L;

Vector& at(float* p) { return *reinterpret_cast<Vector*>(p); }
const Vector& at(const float* p) { return *reinterpret_cast<const Vector*>(p); }

float sum(Vector v) {
    float total = 0;
    for (int i = 0; i < L; ++i) total += v[i];
    return total;
}

Vector rectified(Vector v) { return v > 0 ? v : Vector{}; }
Vector where_positive(Vector condition, Vector v) { return condition > 0 ? v : Vector{}; }

bool all_zero(const uint8_t* bytes, int count) {
    uint64_t any = 0;
    for (int i = 0; i < count; i += 8) {
        uint64_t word;
        std::memcpy(&word, bytes + i, 8);
        any |= word;
    }
    return any == 0;
}

// What one pass over a batch leaves behind for the way back. Kept from call to call, as fresh memory costs a page fault
// every 4 kB; hence one thread at a time.
struct Activations {
    std::vector<float> picture, one, two, three, dthree, dtwo;
    Activations& fit(int batch) {
        const size_t size = batch;
        if (three.size() < size * UNITS3) {
            picture.resize(size * PICTURE);
            one.resize(size * UNITS1);
            for (auto* units : {&two, &dtwo}) units->resize(size * UNITS2);
            for (auto* units : {&three, &dthree}) units->resize(size * UNITS3);
        }
        return *this;
    }
};

Activations memory;

struct Weights {
    const float *kernel1, *bias1, *kernel2, *bias2, *kernel3, *bias3, *kernel4, *bias4;
};

struct Gradients {
    float *kernel1, *bias1, *kernel2, *bias2, *kernel3, *bias3, *kernel4, *bias4;
};

constexpr int P1 = 4;                              // places of the first layer that go together
constexpr int REACH1 = (P1 - 1) * 4 * STACK + RUN1;  // bytes of a row that they see

void first(const Weights& w, const uint8_t* bytes, float* picture, float* out) {
    for (int i = 0; i < PICTURE; ++i) picture[i] = bytes[i] * (1.0f / 255);
    for (int y = 0; y < SIDE1; ++y)
        for (int x = 0; x < SIDE1; x += P1) {
            Vector a[P1];
            for (auto& v : a) v = at(w.bias1);
            for (int i = 0; i < 8; ++i) {
                const int begin = ((4 * y + i) * SIDE + 4 * x) * STACK;
                if (all_zero(bytes + begin, REACH1)) continue;
                const float* in = picture + begin;
                const float* kernel = w.kernel1 + i * RUN1 * OUT1;
                for (int k = 0; k < RUN1; ++k)
                    for (int p = 0; p < P1; ++p) a[p] += in[p * 4 * STACK + k] * at(kernel + k * OUT1);
            }
            for (int p = 0; p < P1; ++p) at(out + (y * SIDE1 + x + p) * OUT1) = rectified(a[p]);
        }
}

constexpr int P2 = 3;

void second(const Weights& w, const float* one, float* out) {
    for (int y = 0; y < SIDE2; ++y)
        for (int x = 0; x < SIDE2; x += P2) {
            Vector a[P2][2];
            for (auto& v : a) v[0] = at(w.bias2), v[1] = at(w.bias2 + L);
            for (int i = 0; i < 4; ++i) {
                const float* in = one + ((2 * y + i) * SIDE1 + 2 * x) * OUT1;
                const float* kernel = w.kernel2 + i * RUN2 * OUT2;
                for (int k = 0; k < RUN2; ++k)
                    for (int p = 0; p < P2; ++p)
                        for (int h = 0; h < 2; ++h) a[p][h] += in[p * 2 * OUT1 + k] * at(kernel + k * OUT2 + h * L);
            }
            for (int p = 0; p < P2; ++p)
                for (int h = 0; h < 2; ++h) at(out + (y * SIDE2 + x + p) * OUT2 + h * L) = rectified(a[p][h]);
        }
}

// S samples at once, two Vectors of outputs at a time.
template <int S>
void third(const Weights& w, const float* two, float* out) {
    for (int o = 0; o < UNITS3; o += 2 * L) {
        Vector a[S][2];
        for (auto& v : a) v[0] = at(w.bias3 + o), v[1] = at(w.bias3 + o + L);
        for (int k = 0; k < UNITS2; ++k)
            for (int s = 0; s < S; ++s)
                for (int h = 0; h < 2; ++h) a[s][h] += two[s * UNITS2 + k] * at(w.kernel3 + k * UNITS3 + o + h * L);
        for (int s = 0; s < S; ++s)
            for (int h = 0; h < 2; ++h) at(out + s * UNITS3 + o + h * L) = rectified(a[s][h]);
    }
}

// One sample, whose zeros are skipped.
void third_sparse(const Weights& w, const float* two, float* out) {
    Vector a[V3];
    for (int v = 0; v < V3; ++v) a[v] = at(w.bias3 + v * L);
    for (int k = 0; k < UNITS2; ++k)
        if (two[k] != 0)
            for (int v = 0; v < V3; ++v) a[v] += two[k] * at(w.kernel3 + k * UNITS3 + v * L);
    for (int v = 0; v < V3; ++v) at(out + v * L) = rectified(a[v]);
}

void fourth(const Weights& w, const float* three, int actions, float* values) {
    for (int action = 0; action < actions; ++action) {
        float value = w.bias4[action];
        for (int k = 0; k < UNITS3; ++k) value += three[k] * w.kernel4[k * actions + action];
        values[action] = value;
    }
}

void forward(const Weights& w, const uint8_t* stacks, int batch, int actions, Activations& kept, float* values) {
    constexpr int S = 8;
    for (int s = 0; s < batch; ++s) {
        first(w, stacks + size_t(s) * PICTURE, &kept.picture[size_t(s) * PICTURE], &kept.one[size_t(s) * UNITS1]);
        second(w, &kept.one[size_t(s) * UNITS1], &kept.two[size_t(s) * UNITS2]);
    }
    int s = 0;
    for (; s + S <= batch; s += S) third<S>(w, &kept.two[size_t(s) * UNITS2], &kept.three[size_t(s) * UNITS3]);
    for (; s < batch; ++s) third_sparse(w, &kept.two[size_t(s) * UNITS2], &kept.three[size_t(s) * UNITS3]);
    for (s = 0; s < batch; ++s) fourth(w, &kept.three[size_t(s) * UNITS3], actions, values + s * actions);
}

// From the gradients of the values to those of the third layer's units before their rectifier.
void back_fourth(const Weights& w, const Gradients& g, const float* three, const float* dvalues, int actions, float* dthree) {
    for (int action = 0; action < actions; ++action) g.bias4[action] += dvalues[action];
    for (int k = 0; k < UNITS3; ++k) {
        float d = 0;
        for (int action = 0; action < actions; ++action) {
            g.kernel4[k * actions + action] += three[k] * dvalues[action];
            d += w.kernel4[k * actions + action] * dvalues[action];
        }
        dthree[k] = three[k] > 0 ? d : 0;
        g.bias3[k] += dthree[k];
    }
}

// A unit of the second layer that was 0 needs no gradient, and takes none back.
void back_third(const Weights& w, const Gradients& g, int batch, const float* two, const float* dthree, float* dtwo) {
    for (int k = 0; k < UNITS2; ++k) {
        const float* row = w.kernel3 + k * UNITS3;
        Vector a[V3] = {};
        for (int s = 0; s < batch; ++s) {
            const float unit = two[size_t(s) * UNITS2 + k];
            float& d = dtwo[size_t(s) * UNITS2 + k];
            d = 0;
            if (unit == 0) continue;
            Vector dots[4] = {};
            for (int v = 0; v < V3; ++v) {
                const Vector from = at(dthree + s * UNITS3 + v * L);
                a[v] += unit * from;
                dots[v & 3] += from * at(row + v * L);
            }
            d = sum((dots[0] + dots[1]) + (dots[2] + dots[3]));
        }
        for (int v = 0; v < V3; ++v) at(g.kernel3 + k * UNITS3 + v * L) = a[v];
    }
}

// `turned` is kernel2 as [out, tap, in], so that one gradient goes to all sixteen taps in whole Vectors.
void back_second(const Gradients& g, const float* turned, const float* one, const float* dtwo, float* done) {
    std::memset(done, 0, UNITS1 * sizeof(float));
    for (int place = 0; place < SIDE2 * SIDE2; ++place) {
        const int corner = (place / SIDE2 * 2 * SIDE1 + place % SIDE2 * 2) * OUT1;
        const float* d = dtwo + place * OUT2;
        Vector taps[16] = {};
        bool any = false;
        for (int o = 0; o < OUT2; ++o) {
            if (d[o] == 0) continue;
            any = true;
            for (int tap = 0; tap < 16; ++tap) taps[tap] += d[o] * at(turned + (o * 16 + tap) * L);
        }
        if (!any) continue;
        for (int h = 0; h < 2; ++h) at(g.bias2 + h * L) += at(d + h * L);
        for (int i = 0; i < 4; ++i) {
            const int begin = corner + i * SIDE1 * OUT1;
            for (int j = 0; j < 4; ++j) at(done + begin + j * OUT1) += taps[i * 4 + j];
            for (int k = 0; k < RUN2; ++k) {
                if (one[begin + k] == 0) continue;
                float* to = g.kernel2 + (i * RUN2 + k) * OUT2;
                for (int h = 0; h < 2; ++h) at(to + h * L) += one[begin + k] * at(d + h * L);
            }
        }
    }
    for (int i = 0; i < UNITS1; i += L) at(done + i) = where_positive(at(one + i), at(done + i));
}

void back_first(const Gradients& g, const uint8_t* bytes, const float* picture, const float* done) {
    Vector bias = {};
    for (int y = 0; y < SIDE1; ++y)
        for (int x = 0; x < SIDE1; x += P1) {
            Vector d[P1];
            for (int p = 0; p < P1; ++p) bias += d[p] = at(done + (y * SIDE1 + x + p) * OUT1);
            for (int i = 0; i < 8; ++i) {
                const int begin = ((4 * y + i) * SIDE + 4 * x) * STACK;
                if (all_zero(bytes + begin, REACH1)) continue;
                const float* in = picture + begin;
                float* to = g.kernel1 + i * RUN1 * OUT1;
                for (int k = 0; k < RUN1; ++k) {
                    Vector a = at(to + k * OUT1);
                    for (int p = 0; p < P1; ++p) a += in[p * 4 * STACK + k] * d[p];
                    at(to + k * OUT1) = a;
                }
            }
        }
    at(g.bias1) += bias;
}

std::vector<float> turn(const float* kernel2) {
    std::vector<float> turned(16 * OUT1 * OUT2);
    for (int tap = 0; tap < 16; ++tap)
        for (int in = 0; in < OUT1; ++in)
            for (int o = 0; o < OUT2; ++o) turned[(o * 16 + tap) * L + in] = kernel2[(tap * OUT1 + in) * OUT2 + o];
    return turned;
}

}  // namespace

extern "C" {

// Stacks, uint8 [batch, 84, 84, 4], put together from observations, uint8 [any, 84, 84], by indices [batch, 4].
void stack(const uint8_t* observations, const int64_t* indices, int batch, uint8_t* out) {
    for (int s = 0; s < batch; ++s) {
        const uint8_t* from[STACK];
        for (int c = 0; c < STACK; ++c) from[c] = observations + indices[s * STACK + c] * (SIDE * SIDE);
        uint8_t* to = out + size_t(s) * PICTURE;
        for (int i = 0; i < SIDE * SIDE; ++i)
            for (int c = 0; c < STACK; ++c) to[i * STACK + c] = from[c][i];
    }
}

// Values [batch, actions] of uint8 stacks [batch, 84, 84, 4].
void values(const float* const* weights, const uint8_t* stacks, int batch, int actions, float* out) {
    forward(*reinterpret_cast<const Weights*>(weights), stacks, batch, actions, memory.fit(batch), out);
}

// Gradients of the mean Huber loss between the values of `taken` and `goals`, into `gradients`, which arrive as zeros.
// Returns the mean loss.
float gradients(const float* const* weights, float* const* into, const uint8_t* stacks, const int64_t* taken,
                const float* goals, int batch, int actions) {
    const Weights& w = *reinterpret_cast<const Weights*>(weights);
    const Gradients& g = *reinterpret_cast<const Gradients*>(into);
    Activations& kept = memory.fit(batch);
    std::vector<float> out(batch * actions), dvalues(actions), done(UNITS1);
    forward(w, stacks, batch, actions, kept, out.data());
    float loss = 0;
    for (int s = 0; s < batch; ++s) {
        const float error = out[s * actions + taken[s]] - goals[s];
        const float slope = error > 1 ? 1 : error < -1 ? -1 : error;
        loss += slope * (error - slope / 2) / batch;
        for (int action = 0; action < actions; ++action) dvalues[action] = action == taken[s] ? slope / batch : 0;
        back_fourth(w, g, &kept.three[size_t(s) * UNITS3], dvalues.data(), actions, &kept.dthree[size_t(s) * UNITS3]);
    }
    back_third(w, g, batch, kept.two.data(), kept.dthree.data(), kept.dtwo.data());
    const std::vector<float> turned = turn(w.kernel2);
    for (int s = 0; s < batch; ++s) {
        back_second(g, turned.data(), &kept.one[size_t(s) * UNITS1], &kept.dtwo[size_t(s) * UNITS2], done.data());
        back_first(g, stacks + size_t(s) * PICTURE, &kept.picture[size_t(s) * PICTURE], done.data());
    }
    return loss;
}
}
