import { COLUMNS } from './ranking';
import type { WordVectors } from './vectors';

/** What the WebGL backend of tfjs asks of a program of one's own. */
export interface MaximaProgram {
  readonly variableNames: string[];
  readonly packedInputs: true;
  readonly packedOutput: true;
  readonly outputShape: number[];
  readonly userCode: string;
  readonly customUniforms: { name: string; arrayIndex: number; type: 'vec4' }[];
}

/** Words that one fragment looks at side by side: one a channel of the colour it gives. */
const CHANNELS = 4;

/** Codes in one number of the texture, four numbers a texel. Three would fit a float, but not the products with them. */
const CODES = 2;
const BASE = 256;
/** Makes a code of −127 to 127 a digit to the base. */
const OFFSET = 128;

/** Texels that hold one word: its codes, and its scale as the last number of all. */
export const texelsOf = (dimensions: number): number => Math.ceil((dimensions / CODES + 1) / 4);

/**
 * Scores of all words and the highest in each column, in one pass over the vocabulary's texture.
 *
 * The texture is 4096 texels wide, a column of words a texel; the words of a column follow one another downwards, 13
 * texels each. Neighbouring fragments read neighbouring texels. A number `n` of the texture holds two codes as digits, so
 * a word's product with a query is the sum of `n · low + floor(n / 256) · (high − 256 · low)`: reading is what costs, and
 * this reads half of what plain floats would.
 *
 * The query is a uniform (`uniformsOf`), copied into variables first, and the loop over a word is unrolled: indexing a
 * uniform costs a software renderer more than the product does.
 *
 * @param combine GLSL for a word's score from its cosines `p0`, `p1`, `p2` with the queries
 */
export function maximaProgram(words: number, dimensions: number, queries: 1 | 3, combine: string): MaximaProgram {
  const texels = texelsOf(dimensions);
  const uniforms = 2 * texels + 1;
  const lines = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n');
  const add = (query: number, texel: number) =>
    `s${query} += v * q${query * uniforms + texel} + high * q${query * uniforms + texels + texel};`;
  const read = (texel: number) => `
    v = texelFetch(A, ivec2(x, y + ${texel}), 0);
    high = floor(v * ${1 / BASE});
    ${lines(queries, (query) => add(query, texel))}`;
  return {
    variableNames: ['A'],
    packedInputs: true,
    packedOutput: true,
    outputShape: [2, COLUMNS / 2],
    customUniforms: [{ name: 'q', arrayIndex: queries * uniforms, type: 'vec4' }],
    userCode: `
      void main() {
        int first = getOutputCoords().y / 2;
        vec4 maxima = vec4(-2.);
        vec4 v, high;
        ${lines(queries * uniforms, (i) => `vec4 q${i} = q[${i}];`)}
        for (int channel = 0; channel < ${CHANNELS}; channel++) {
          int x = first + ${COLUMNS / CHANNELS} * channel;
          float best = -2.;
          for (int y = 0; y < ${(words / COLUMNS) * texels}; y += ${texels}) {
            ${lines(queries, (query) => `vec4 s${query} = q${query * uniforms + 2 * texels};`)}
            ${lines(texels, read)}
            ${lines(queries, (query) => `float p${query} = dot(s${query}, vec4(1.)) * v.a;`)}
            best = max(best, ${combine});
          }
          if (channel == 0) maxima.r = best;
          else if (channel == 1) maxima.g = best;
          else if (channel == 2) maxima.b = best;
          else maxima.a = best;
        }
        setOutput(maxima);
      }`,
  };
}

/** A query as the program takes it: factors of the numbers, of their higher digits, and what the offset of the codes adds. */
export function uniformsOf(query: Float32Array, columnScale: Float32Array): number[] {
  const numbers = 4 * texelsOf(query.length);
  const factor = (j: number) => (j < query.length ? (query[j] as number) * (columnScale[j] as number) : 0);
  const low = Array.from({ length: numbers }, (_, i) => factor(CODES * i));
  const high = low.map((value, i) => factor(CODES * i + 1) - BASE * value);
  const sum = query.reduce((total, _, j) => total + factor(j), 0);
  return [...low, ...high, -OFFSET * sum, 0, 0, 0];
}

/**
 * All codes as numbers, in the order in which tfjs packs a matrix of `[2 · words / 4096 · texels, 8192]` into texels: two
 * rows and two columns make one.
 */
export function layOut({ count, dimensions, codes, rowScale }: WordVectors): {
  values: Float32Array;
  shape: [number, number];
} {
  const texels = texelsOf(dimensions);
  const width = 2 * COLUMNS;
  const height = (2 * count * texels) / COLUMNS;
  const values = new Float32Array(width * height);
  const digit = (word: number, j: number) => (codes[word * dimensions + j] as number) + OFFSET;
  for (let word = 0; word < count; word++) {
    const x = 2 * (word % COLUMNS);
    const y = 2 * texels * Math.floor(word / COLUMNS);
    const put = (i: number, value: number) => {
      values[(y + 2 * (i >> 2) + ((i >> 1) & 1)) * width + x + (i & 1)] = value;
    };
    for (let j = 0; j < dimensions; j += CODES) put(j / CODES, digit(word, j) + BASE * digit(word, j + 1));
    put(4 * texels - 1, rowScale[word] as number);
  }
  return { values, shape: [height, width] };
}

/** The maxima in the order of their columns, from those in the order of a packed tensor `[2, 2048]`. */
export function unpackMaxima(packed: ArrayLike<number>): Float32Array {
  const maxima = new Float32Array(COLUMNS);
  const quarter = COLUMNS / CHANNELS;
  for (let column = 0; column < COLUMNS; column++) {
    const channel = Math.floor(column / quarter);
    const x = 2 * (column % quarter) + (channel & 1);
    maxima[column] = packed[(channel >> 1) * 2 * quarter + x] as number;
  }
  return maxima;
}
