import type { Blockquote, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { placeOf } from './citations.ts';
import type { Citation } from './model.ts';
import type { Problems } from './problems.ts';

/** A quotation's words apart from the line that says whose they are. */
export interface Quotation {
  readonly words: readonly RootContent[];
  /** The last line, citation and all. */
  readonly source: readonly PhrasingContent[];
}

/** Splits a block quote before its last line, which holds the citation; nothing where there is none. */
export function readQuotation(quote: Blockquote): Quotation | undefined {
  const last = quote.children.at(-1);
  if (last?.type !== 'paragraph') return undefined;
  const [words, source] = splitLastLine(last);
  if (!source.some((node): node is Citation => node.type === 'citation')) return undefined;
  const paragraphs = quote.children.slice(0, -1);
  if (words.length > 0) paragraphs.push({ ...last, children: words });
  return { words: paragraphs, source };
}

/** Reports quotations that do not say where they are from. */
export function checkQuotations(nodes: readonly RootContent[], file: string, problems: Problems): void {
  visit({ type: 'root', children: [...nodes] }, 'blockquote', (quote) => {
    if (readQuotation(quote)) return;
    const advice = 'End the block quote with a line of its own: “> Name, page [@key]”.';
    problems.add(placeOf(quote, file), 'This quotation has no source', advice);
  });
}

function splitLastLine(paragraph: Paragraph): [PhrasingContent[], PhrasingContent[]] {
  const { children } = paragraph;
  for (let index = children.length - 1; index >= 0; index--) {
    const node = children[index];
    if (node?.type === 'break') return [children.slice(0, index), children.slice(index + 1)];
    if (node?.type !== 'text' || !node.value.includes('\n')) continue;
    const end = node.value.lastIndexOf('\n');
    const before = { ...node, value: node.value.slice(0, end) };
    const after = { ...node, value: node.value.slice(end + 1) };
    return [
      [...children.slice(0, index), before],
      [...(after.value ? [after] : []), ...children.slice(index + 1)],
    ];
  }
  return [[], children];
}
