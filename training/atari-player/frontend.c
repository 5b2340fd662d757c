/* The smallest libretro frontend that can play one cartridge headless, with the network's observation made beside it.
 *
 * The core (Stella, out of the stable-retro package) is a shared library with one machine in it and no more, hence the
 * static state. Pictures stay in the core's buffer: an observation reads them there, so a frame is never copied.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { WIDTH = 160, ROWS = 164, SIDE = 84, SKIP = 4 };
enum { GET_CAN_DUPE = 3, GET_SYSTEM_DIRECTORY = 9, SET_PIXEL_FORMAT = 10, GET_VARIABLE_UPDATE = 17, GET_SAVE_DIRECTORY = 31 };
enum { XRGB8888 = 1, JOYPAD = 1, SYSTEM_RAM = 2, BUTTONS = 16 };

struct game { const char *path; const void *data; size_t size; const char *meta; };
typedef bool (*environment_t)(unsigned, void *);
typedef void (*video_t)(const void *, unsigned, unsigned, size_t);
typedef void (*sample_t)(int16_t, int16_t);
typedef size_t (*samples_t)(const int16_t *, size_t);
typedef void (*poll_t)(void);
typedef int16_t (*input_t)(unsigned, unsigned, unsigned, unsigned);

static struct {
    void (*run)(void);
    void *(*memory)(unsigned);
    size_t (*state_size)(void);
    bool (*save)(void *, size_t);
    bool (*load)(const void *, size_t);
} core;
static struct { const uint8_t *pixels; unsigned width, height; size_t pitch; int format; } picture;
static bool pressed[BUTTONS];

static bool environment(unsigned command, void *data) {
    switch (command & 0xffff) {
    case SET_PIXEL_FORMAT: picture.format = *(int *)data; return true;
    case GET_CAN_DUPE: *(bool *)data = true; return true;
    case GET_SYSTEM_DIRECTORY:
    case GET_SAVE_DIRECTORY: *(const char **)data = "."; return true;
    case GET_VARIABLE_UPDATE: *(bool *)data = false; return true;
    default: return false;
    }
}

static void video(const void *pixels, unsigned width, unsigned height, size_t pitch) {
    if (!pixels) return; /* a frame like the last one */
    picture.pixels = pixels;
    picture.width = width;
    picture.height = height;
    picture.pitch = pitch;
}

static void sample(int16_t left, int16_t right) { (void)left, (void)right; }
static size_t samples(const int16_t *data, size_t count) { (void)data; return count; }
static void poll(void) {}
static int16_t input(unsigned port, unsigned device, unsigned index, unsigned button) {
    (void)index;
    return port == 0 && device == JOYPAD && button < BUTTONS && pressed[button];
}

/* Loads the core and a cartridge; 0, or a negative number for what was wrong: -1 core, -2 file, -3 cartridge. */
int frontend_open(const char *library, const char *path) {
    static uint8_t rom[65536];
    void *handle = dlopen(library, RTLD_NOW);
    if (!handle) return -1;
    FILE *file = fopen(path, "rb");
    if (!file) return -2;
    size_t size = fread(rom, 1, sizeof rom, file);
    fclose(file);
    core.run = (void (*)(void))dlsym(handle, "retro_run");
    core.memory = (void *(*)(unsigned))dlsym(handle, "retro_get_memory_data");
    core.state_size = (size_t (*)(void))dlsym(handle, "retro_serialize_size");
    core.save = (bool (*)(void *, size_t))dlsym(handle, "retro_serialize");
    core.load = (bool (*)(const void *, size_t))dlsym(handle, "retro_unserialize");
    ((void (*)(environment_t))dlsym(handle, "retro_set_environment"))(environment);
    ((void (*)(video_t))dlsym(handle, "retro_set_video_refresh"))(video);
    ((void (*)(sample_t))dlsym(handle, "retro_set_audio_sample"))(sample);
    ((void (*)(samples_t))dlsym(handle, "retro_set_audio_sample_batch"))(samples);
    ((void (*)(poll_t))dlsym(handle, "retro_set_input_poll"))(poll);
    ((void (*)(input_t))dlsym(handle, "retro_set_input_state"))(input);
    ((void (*)(void))dlsym(handle, "retro_init"))();
    struct game game = {path, rom, size, ""};
    return ((bool (*)(struct game *))dlsym(handle, "retro_load_game"))(&game) ? 0 : -3;
}

void frontend_press(int button, int down) { pressed[button] = down; }
void frontend_run(void) { core.run(); }
uint8_t *frontend_ram(void) { return core.memory(SYSTEM_RAM); }
size_t frontend_state_size(void) { return core.state_size(); }
int frontend_save(void *state, size_t size) { return core.save(state, size); }
int frontend_load(const void *state, size_t size) { return core.load(state, size); }
unsigned frontend_height(void) { return picture.height; }

/* The picture as 0xRRGGBB, row by row; `out` holds width x height. 0 if the core draws in another format. */
int frontend_pixels(uint32_t *out) {
    if (picture.format != XRGB8888 || picture.width != WIDTH) return 0;
    for (unsigned y = 0; y < picture.height; y++) {
        const uint32_t *row = (const uint32_t *)(picture.pixels + y * picture.pitch);
        for (unsigned x = 0; x < WIDTH; x++) out[y * WIDTH + x] = row[x] & 0xffffff;
    }
    return 1;
}

/* How much of each source cell lies in each of SIDE equal parts, in units of 1/SIDE cell; a part meets at most 3. */
typedef struct { int first, count; uint32_t weight[4]; } part;

static void divide(int cells, part parts[SIDE]) {
    for (int i = 0; i < SIDE; i++) {
        int begin = i * cells, end = begin + cells, last = (end - 1) / SIDE;
        parts[i].first = begin / SIDE;
        parts[i].count = last - parts[i].first + 1;
        for (int cell = parts[i].first; cell <= last; cell++) {
            int low = cell * SIDE > begin ? cell * SIDE : begin, high = (cell + 1) * SIDE < end ? (cell + 1) * SIDE : end;
            parts[i].weight[cell - parts[i].first] = (uint32_t)(high - low);
        }
    }
}

static void luminance(uint8_t out[ROWS][WIDTH], int top, bool maximum) {
    for (int y = 0; y < ROWS; y++) {
        const uint32_t *row = (const uint32_t *)(picture.pixels + (size_t)(y + top) * picture.pitch);
        for (int x = 0; x < WIDTH; x++) {
            uint32_t c = row[x];
            uint8_t value = (77 * (c >> 16 & 255) + 150 * (c >> 8 & 255) + 29 * (c & 255)) >> 8;
            if (!maximum || value > out[y][x]) out[y][x] = value;
        }
    }
}

/* Runs SKIP frames with what is pressed and writes what the network sees of them: the brighter of the last two frames
 * at each pixel, ROWS rows from `top`, averaged by area to SIDE x SIDE, rounded down. */
void frontend_step(int top, uint8_t observation[SIDE][SIDE]) {
    static part across[SIDE], down[SIDE];
    static uint8_t grey[ROWS][WIDTH];
    static uint32_t narrow[ROWS][SIDE];
    if (!across[0].count) divide(WIDTH, across), divide(ROWS, down);
    for (int frame = 0; frame < SKIP; frame++) {
        core.run();
        if (frame >= SKIP - 2) luminance(grey, top, frame == SKIP - 1);
    }
    for (int y = 0; y < ROWS; y++)
        for (int x = 0; x < SIDE; x++) {
            uint32_t sum = 0;
            for (int k = 0; k < across[x].count; k++) sum += across[x].weight[k] * grey[y][across[x].first + k];
            narrow[y][x] = sum;
        }
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            uint32_t sum = 0;
            for (int k = 0; k < down[y].count; k++) sum += down[y].weight[k] * narrow[down[y].first + k][x];
            observation[y][x] = (uint8_t)(sum / (WIDTH * ROWS));
        }
}
