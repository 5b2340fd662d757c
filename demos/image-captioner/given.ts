import type { Square } from '../../src/demo/picture/square';
import { type CaptionInput, type DecoderName, splitWords } from './task';

/** The attributes that say what is asked, as written. */
export interface Written {
  readonly panel: string;
  readonly beam: number;
  readonly temperature: number;
  readonly words: string;
  readonly square: Square;
  readonly seed: number;
}

type Asked = Omit<CaptionInput, 'picture'>;

/** What is asked beside the picture. The plain decoder runs only while it is looked at. */
export const asked = ({ panel, beam, temperature, words, square, seed }: Written): Asked => {
  const decoders: readonly DecoderName[] = panel === 'plain' ? ['attention', 'plain'] : ['attention'];
  return { decoders, beamWidth: Math.round(beam), temperature, prefix: splitWords(words), square, seed };
};
