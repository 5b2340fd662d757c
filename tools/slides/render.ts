import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import rehypeKatex from 'rehype-katex';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { createCssVariablesTheme, createHighlighter } from 'shiki';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Place, Problems } from './problems.ts';

/** Markdown nodes to HTML: formulae set by KaTeX, code coloured by Shiki through the look's variables. */
export interface Render {
  blocks(nodes: readonly RootContent[], place: Place): Promise<string>;
  /** A phrase, without a paragraph round it. */
  phrase(nodes: readonly PhrasingContent[], place: Place): Promise<string>;
}

let started: ReturnType<typeof start> | undefined;

/** Shiki takes its time to start and then serves every build of the process. */
async function start() {
  const theme = createCssVariablesTheme({ name: 'look', variablePrefix: '--shiki-', fontStyle: false });
  const langs = ['python', 'typescript', 'bash', 'markdown', 'json'];
  const highlighter = await createHighlighter({ themes: [theme], langs });
  return unified()
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeKatex, { output: 'htmlAndMathml', strict: 'error' })
    .use(rehypeShikiFromHighlighter, highlighter, { theme: 'look', fallbackLanguage: 'text', defaultLanguage: 'text' })
    .use(rehypeStringify)
    .freeze();
}

/** @param problems Takes the formulae that cannot be set. */
export async function createRender(problems: Problems): Promise<Render> {
  started ??= start();
  const processor = await started;
  const blocks = async (nodes: readonly RootContent[], place: Place) => {
    const file = new VFile({ path: place.file });
    const root: Root = { type: 'root', children: [...nodes] };
    const html = processor.stringify(await processor.run(root, file), file);
    for (const { reason, cause, line, column } of file.messages) {
      const told = cause instanceof Error ? `${reason}: ${cause.message}` : reason;
      problems.add({ file: place.file, line: line ?? place.line, column: column ?? 1 }, told, 'Correct the formula.');
    }
    return html;
  };
  return {
    blocks,
    async phrase(nodes, place) {
      const html = await blocks([{ type: 'paragraph', children: [...nodes] }], place);
      return html.replace(/^<p>|<\/p>$/g, '');
    },
  };
}
