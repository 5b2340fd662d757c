/** Lines of a television picture under NTSC. */
export const LINES = 262;

/** Two a line, at 60 pictures a second. */
export const SAMPLES_A_SECOND = 60 * LINES * 2;
