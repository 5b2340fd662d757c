/** The look's own sheets, turned from a page's into those of a shadow root. */
import { openTokens } from './open-tokens';

/** Ours are not the page's, even where both come from the same package. */
const OWN = 'DL ';

export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** What `:root` says in `tokens.css`, light and all that is neither, said of the element. */
export function lightSheet(tokens: string): CSSStyleSheet {
  const rules = [...sheetOf(tokens).cssRules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule && rule.selectorText.startsWith(':root')) return [hostRule(rule)];
    const isMotion = rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-reduced-motion');
    return isMotion ? [`@media ${rule.conditionText}{${styleRules(rule).map(hostRule).join('')}}`] : [];
  });
  return sheetOf(rules.join(''));
}

/** What `[data-theme="dark"]` says there; print stays ink on paper. */
export function darkSheet(tokens: string): CSSStyleSheet {
  const rules = [...sheetOf(tokens).cssRules]
    .filter((rule) => rule instanceof CSSMediaRule)
    .flatMap(styleRules)
    .filter(({ selectorText }) => selectorText === '[data-theme="dark"]');
  return sheetOf(`@media screen{${rules.map(hostRule).join('')}}`);
}

/** @param section whose hue the demo has */
export const accentSheet = (section: string): CSSStyleSheet =>
  sheetOf(`:host{--accent:var(--dl-accent,var(--${section}))!important}`);

/** The look's typefaces, none fetched before a demo shows text in it. */
export function fontFaces(css: string): FontFace[] {
  return [...sheetOf(css).cssRules]
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map(({ style }) => {
      const said = (name: string) => style.getPropertyValue(name);
      return new FontFace(OWN + said('font-family').replaceAll('"', ''), said('src'), {
        style: said('font-style'),
        weight: said('font-weight'),
        stretch: said('font-stretch') || 'normal',
        unicodeRange: said('unicode-range'),
        display: 'swap',
      });
    });
}

const styleRules = (group: CSSMediaRule): CSSStyleRule[] =>
  [...group.cssRules].filter((rule) => rule instanceof CSSStyleRule);

/** Important, or a page's `* { --ink: … }` would be nearer to the element than this. */
function hostRule({ style }: CSSStyleRule): string {
  const said = [...style].map((name) => `${name}:${open(name, style.getPropertyValue(name).trim())}!important;`);
  return `:host{${said.join('')}}`;
}

function open(name: string, value: string): string {
  const own = value.replace(/"([^"]+ Variable)"/, `"${OWN}$1"`);
  const isOpen = openTokens.some((token) => name === `--${token}`);
  return isOpen ? `var(--dl-${name.slice(2)},${own})` : own;
}
