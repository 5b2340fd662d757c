/** What `model.json` says of `vectors.bin`. */
export interface VectorFormat {
  readonly words: number;
  readonly dimensions: number;
  readonly layout: readonly { readonly name: string; readonly byteOffset: number }[];
}

/** Unit vectors as stored: int8 codes with a scale a row and a scale a column. A row is decoded when asked for. */
export class WordVectors {
  readonly count: number;
  readonly dimensions: number;
  /** [words] */
  readonly rowScale: Float32Array;
  /** [dimensions] */
  readonly columnScale: Float32Array;
  /** [words, dimensions], −127 to 127 */
  readonly codes: Int8Array;

  /** @throws RangeError where the bytes are not as many as the format says */
  constructor(bytes: Uint8Array<ArrayBuffer>, { words, dimensions, layout }: VectorFormat) {
    this.count = words;
    this.dimensions = dimensions;
    const start = (name: string) => {
      const part = layout.find((entry) => entry.name === name);
      if (!part) throw new RangeError(`no ${name} in vectors.bin`);
      return bytes.byteOffset + part.byteOffset;
    };
    this.rowScale = new Float32Array(bytes.buffer, start('rowScale'), words);
    this.columnScale = new Float32Array(bytes.buffer, start('columnScale'), dimensions);
    this.codes = new Int8Array(bytes.buffer, start('codes'), words * dimensions);
  }

  /** One word's vector, of length one up to rounding. */
  row(word: number): Float32Array {
    const scale = this.rowScale[word] as number;
    const codes = this.codes.subarray(word * this.dimensions, (word + 1) * this.dimensions);
    return Float32Array.from(codes, (code, j) => code * (this.columnScale[j] as number) * scale);
  }

  /** The product of a word with a vector: their cosine, if the vector is of length one. */
  dot(word: number, vector: Float32Array): number {
    const first = word * this.dimensions;
    let sum = 0;
    for (let j = 0; j < this.dimensions; j++)
      sum += (this.codes[first + j] as number) * (this.columnScale[j] as number) * (vector[j] as number);
    return sum * (this.rowScale[word] as number);
  }
}

/** The sum of vectors, each with its factor. */
export function combine(terms: readonly (readonly [factor: number, vector: Float32Array])[]): Float32Array {
  const sum = new Float32Array(terms[0]?.[1].length ?? 0);
  for (const [factor, vector] of terms)
    for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] as number) + factor * (vector[j] as number);
  return sum;
}

export function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let j = 0; j < one.length; j++) sum += (one[j] as number) * (other[j] as number);
  return sum;
}

/** The vector at length one; a vector of length nought stays as it is. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector;
}
