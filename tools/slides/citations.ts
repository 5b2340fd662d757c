import type { Nodes, Parent, PhrasingContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Citation, CitedItem } from './model.ts';
import type { Place, Problems } from './problems.ts';
import type { References } from './references.ts';

const bracket = /\[(@[^\]]+)\]/g;
const item = /^@([a-zA-Z][\w-]*)(?:,\s*(\S.*))?$/;

/** Replaces `[@key]` in every text of a tree by citation nodes, and reports those that say nothing or name no entry. */
export function findCitations(tree: Nodes, references: References, file: string, problems: Problems): void {
  visit(tree, 'text', (node: Text, index, parent: Parent | undefined) => {
    if (!parent || index === undefined || !node.value.includes('[@')) return;
    const parts = split(node, file, problems);
    for (const part of parts) if (part.type === 'citation') checkKeys(part, references, file, problems);
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
}

function split(node: Text, file: string, problems: Problems): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const match of node.value.matchAll(bracket)) {
    if (match.index > end) parts.push({ type: 'text', value: node.value.slice(end, match.index) });
    const place = placeOf(node, file, node.value.slice(0, match.index));
    const items = parseItems(match[1] ?? '', place, problems);
    const point = { line: place.line, column: place.column };
    parts.push({ type: 'citation', value: match[0], items, position: { start: point, end: point } });
    end = match.index + match[0].length;
  }
  if (end < node.value.length) parts.push({ type: 'text', value: node.value.slice(end) });
  return parts;
}

function parseItems(source: string, place: Place, problems: Problems): CitedItem[] {
  return source.split(';').flatMap((written) => {
    const [, key, locator] = item.exec(written.trim()) ?? [];
    if (key) return [locator ? { key, locator } : { key }];
    problems.add(place, `“${written.trim()}” is no citation`, 'Write [@key], [@key, table 2] or [@key; @other].');
    return [];
  });
}

function checkKeys(citation: Citation, references: References, file: string, problems: Problems): void {
  for (const { key } of citation.items) {
    if (references.has(key)) continue;
    const place = placeOf(citation, file);
    problems.add(place, `No source has the key “${key}”`, 'Add it to slides/references.json, or correct the key.');
  }
}

/**
 * Where a node begins, or where it goes on after some of its text.
 * @param before Text of the node that comes first.
 */
export function placeOf(node: Nodes, file: string, before = ''): Place {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const lines = before.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return { file, line: line + lines.length - 1, column: lines.length > 1 ? last + 1 : column + last };
}
