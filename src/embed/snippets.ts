/** What one pastes to have a demo in a page of one's own. */

export interface Chosen {
  /** Without `dl-`. */
  readonly demo: string;
  /** As written on the element. */
  readonly attributes: Readonly<Record<string, string>>;
}

const PACKAGE = 'live-deep-learning-2014';

const quoted = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const tag = ({ demo, attributes }: Chosen): string => {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${quoted(value)}"`);
  return `<dl-${demo}${written.join('')}></dl-${demo}>`;
};

/** @param site where `embed.js` lies, with a slash at the end */
export const asScript = (chosen: Chosen, site: string): string =>
  `<script type="module" src="${site}embed.js"></script>\n${tag(chosen)}`;

/** Address of the page with that demo alone. */
export function frameAddress({ demo, attributes }: Chosen, site: string): string {
  const { 'data-theme': theme, ...others } = attributes;
  return `${site}embed.html?${new URLSearchParams({ demo, ...(theme && { theme }), ...others })}`;
}

/**
 * @param height of the frame in pixels, until the demo tells its own
 * @param title for those who cannot see the frame
 */
export const frameTag = (chosen: Chosen, site: string, height: number, title: string): string =>
  `<iframe src="${quoted(frameAddress(chosen, site))}" sandbox="allow-scripts" loading="lazy"
  title="${quoted(title)}" style="width: 100%; height: ${height}px; border: 0"></iframe>`;

/** A frame, and what gives it the height of what is in it; parameters as for `frameTag`. */
export const asFrame = (...frame: Parameters<typeof frameTag>): string => `${frameTag(...frame)}
<script>
  addEventListener('message', ({ data, source }) => {
    if (data?.type !== 'dl-height') return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = data.height + 'px';
  });
</script>`;

export const asPackage = (chosen: Chosen, site: string): string =>
  `import { configure } from '${PACKAGE}';
import '${PACKAGE}/${chosen.demo}';

configure({ models: '${site}models/' });

document.body.insertAdjacentHTML('beforeend', \`${tag(chosen)}\`);`;

export const titleOf = (demo: string): string => `Live figure: ${demo.replaceAll('-', ' ')}`;
