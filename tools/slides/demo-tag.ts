import type { PhrasingContent, RootContent } from 'mdast';
import { parseInside } from './markdown.ts';
import type { Place, Problems } from './problems.ts';

export interface DemoTag {
  /** Without the `dl-`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | true>>;
  readonly caption: readonly PhrasingContent[];
}

const element =
  /^<dl-([a-z][a-z0-9-]*)((?:\s+[^\s=>"]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*>([\s\S]*)<\/dl-\1>\s*$/;
const attribute = /([^\s=>"]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Whether a block of Markdown begins with the tag of a demo, on a line of its own or with its caption. */
export function isDemoTag(node: RootContent): boolean {
  const first = node.type === 'paragraph' ? node.children[0] : node;
  return first?.type === 'html' && first.value.startsWith('<dl-');
}

/**
 * Reads a demo's tag from the source of its block: Markdown itself would take a tag on a line of its own for raw HTML
 * and leave the caption in it unread. Reports what it cannot read and then gives nothing.
 */
export function readDemoTag(source: string, place: Place, problems: Problems): DemoTag | undefined {
  const [whole, name, written, inside] = element.exec(source) ?? [];
  if (whole === undefined || name === undefined || inside === undefined) {
    problems.add(
      place,
      'This demo’s tag cannot be read',
      'Write <dl-NAME attribute="value">caption</dl-NAME> as one paragraph, without an empty line in it.',
    );
    return undefined;
  }
  const caption = inside.trim();
  const before = whole.slice(0, whole.lastIndexOf(inside) + inside.indexOf(caption));
  const tree = parseInside(caption, place.line + before.split('\n').length - 1);
  const phrases = tree.children.flatMap((node) => (node.type === 'paragraph' ? node.children : []));
  return { name, attributes: readAttributes(written ?? ''), caption: phrases };
}

function readAttributes(written: string): Record<string, string | true> {
  const pairs = [...written.matchAll(attribute)].map(
    ([, name = '', double, single, bare]) => [name, double ?? single ?? bare ?? true] as const,
  );
  return Object.fromEntries(pairs);
}
