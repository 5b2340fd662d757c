import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkDirective)
  .freeze();

/** Markdown of one slide file, with front matter, tables, formulae and directives. */
export function parseMarkdown(source: string): Root {
  return processor.parse(source);
}

/**
 * Markdown inside a tag, which the parser leaves alone. Empty lines before it keep its positions those of the file.
 * @param line Line of the file where the text begins, from 1.
 */
export function parseInside(source: string, line: number): Root {
  return parseMarkdown('\n'.repeat(line - 1) + source);
}
