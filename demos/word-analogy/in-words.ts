import { type Candidate, quoted, type ShownResult } from './task';

/** A result as it is read out. */
export function resultInWords(result: ShownResult): string {
  if (result.missing.length > 0) return `Not in the vocabulary: ${result.missing.map(quoted).join(', ')}.`;
  if (result.kind === 'differences') return describeDifferences(result);
  const [first, ...others] = result.words;
  if (!first) return '';
  if (result.kind === 'neighbours') {
    const near = result.words.slice(0, 3).map(withCosine).join('; ');
    const both =
      result.cosine === undefined ? '' : `${result.of.slice(0, 2).join(' and ')}: cosine ${result.cosine.toFixed(2)}. `;
    return `${both}Nearest to ${result.of.join(' and ')}: ${near}.`;
  }
  const { a, b, c } = result.question;
  const value = result.method === 'mul' ? `${first.word}, score ${first.score.toFixed(2)}` : withCosine(first);
  const runnersUp = others.slice(0, 2).map(({ word }) => word);
  return `${b} minus ${a} plus ${c}: ${value}${runnersUp.length > 0 ? `; then ${runnersUp.join(' and ')}` : ''}.`;
}

function describeDifferences({ pairs, sharedShare, arrow }: Extract<ShownResult, { kind: 'differences' }>): string {
  if (pairs.length === 0) return 'Two pairs of known words are needed.';
  if (arrow) return `The arrow from ${arrow.from.word} leads to ${arrow.words.slice(0, 3).map(withCosine).join('; ')}.`;
  return `${pairs.length} pairs: ${Math.round(100 * sharedShare)} per cent of the steps’ squared length lies along one direction.`;
}

const withCosine = ({ word, cosine }: Candidate): string => `${word}, cosine ${cosine.toFixed(2)}`;
