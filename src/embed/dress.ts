import type { ReactiveController } from 'lit';
import { DemoElement } from '../demo/demo-element';
import fontsCss from '../look/fonts.css?inline';
import tokensCss from '../look/tokens.css?inline';
import cardCss from './card.css?inline';
import guestCss from './guest.css?inline';
import { isDark, onSchemeChange } from './scheme';
import { accentSheet, darkSheet, fontFaces, lightSheet, sheetOf } from './sheets';

type Demo = DemoElement<unknown, unknown>;

/**
 * Gives every demo that is defined from now on all that a page of ours would give it: tokens, type, its section's hue,
 * a paper of its own; and keeps the page's style out. All of it lies in the demo's shadow root, but for the typefaces,
 * which a document must know; theirs are names that no page uses.
 */
export function dressDemos(): void {
  const [reset, card] = [sheetOf(guestCss), sheetOf(cardCss)];
  const [light, dark] = [lightSheet(tokensCss), darkSheet(tokensCss)];
  for (const face of fontFaces(fontsCss)) document.fonts.add(face);
  DemoElement.addInitializer((element) => {
    const demo = element as Demo;
    const { section } = demo.constructor as typeof DemoElement;
    demo.addController(new Dress(demo, { before: [reset], after: [light, card, accentSheet(section)], dark }));
  });
}

interface Wardrobe {
  readonly before: readonly CSSStyleSheet[];
  readonly after: readonly CSSStyleSheet[];
  readonly dark: CSSStyleSheet;
}

class Dress implements ReactiveController {
  #own: readonly CSSStyleSheet[] | undefined;
  #undo: (() => void) | undefined;

  constructor(
    private readonly demo: Demo,
    private readonly wardrobe: Wardrobe,
  ) {}

  hostConnected(): void {
    this.#put();
    this.#undo = onSchemeChange(this.demo, () => {
      this.#put();
      this.demo.requestUpdate(); // a canvas is painted in the colours of its time
    });
  }

  hostDisconnected(): void {
    this.#undo?.();
  }

  #put(): void {
    const root = this.demo.renderRoot as ShadowRoot;
    this.#own ??= [...root.adoptedStyleSheets];
    const { before, after, dark } = this.wardrobe;
    root.adoptedStyleSheets = [...before, ...this.#own, ...after, ...(isDark(this.demo) ? [dark] : [])];
  }
}
