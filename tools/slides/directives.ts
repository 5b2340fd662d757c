import type { Nodes, Parent, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { placeOf } from './citations.ts';
import type { Problems } from './problems.ts';

const known: Readonly<Record<string, readonly string[]>> = {
  containerDirective: ['figure', 'notes', 'prose'],
  leafDirective: ['slide', 'under', 'bibliography'],
  textDirective: ['marked'],
};
const written: Readonly<Record<string, string>> = {
  containerDirective: ':::',
  leafDirective: '::',
  textDirective: ':',
};
const tags = /^<\/?(br|wbr|sup|sub|kbd|abbr|i|b)\b[^>]*>$|^<!--/;

/**
 * Puts back a colon that was only a colon (`16:9`, `a:b`), and reports directives and HTML elements that the
 * compiler does not know.
 */
export function checkDirectives(tree: Nodes, file: string, problems: Problems): void {
  visit(tree, (node: Nodes, index, parent: Parent | undefined) => {
    if (node.type === 'html') return checkElement(node.value, node, file, problems);
    if (node.type !== 'textDirective' && node.type !== 'leafDirective' && node.type !== 'containerDirective') return;
    if (known[node.type]?.includes(node.name)) return;
    const bare =
      node.type === 'textDirective' && node.children.length === 0 && !Object.keys(node.attributes ?? {}).length;
    if (bare && parent && index !== undefined) {
      parent.children[index] = { type: 'text', value: `:${node.name}` } as RootContent;
      return;
    }
    const marks = written[node.type] ?? '';
    const choice = known[node.type]?.map((name) => marks + name).join(', ');
    problems.add(placeOf(node, file), `There is no directive “${marks}${node.name}”`, `Known are ${choice}.`);
  });
}

function checkElement(html: string, node: Nodes, file: string, problems: Problems): void {
  if (html.startsWith('<dl-') || html.startsWith('</dl-') || tags.test(html)) return;
  const name = /^<\/?([\w-]+)/.exec(html)?.[1] ?? html;
  problems.add(
    placeOf(node, file),
    `The element “<${name}>” is not known here`,
    'Use Markdown, a directive, or a demo’s tag <dl-NAME> that begins its paragraph.',
  );
}
