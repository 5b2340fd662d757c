import type { Nodes, Parent } from 'mdast';
import { visit } from 'unist-util-visit';

/** The words of some nodes, without their citations and marks. */
export function plainText(nodes: readonly Nodes[]): string {
  let text = '';
  visit({ type: 'root', children: [...nodes] } as Parent as Nodes, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath') text += node.value;
    else if (node.type === 'break') text += ' ';
  });
  return text.trim();
}
