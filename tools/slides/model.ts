/** The talk between Markdown and HTML: what a slide is made of, with the place each part was written at. */

import type * as Mdast from 'mdast';
import type { Literal } from 'mdast';
import type { Place } from './problems.ts';

/**
 * `figure`: headline, frames, captions in the margin. `opener`: a full page of the section's ground colour.
 * `title`: the first slide. `text`: headline and two columns, for references and thanks.
 */
export const layouts = ['figure', 'opener', 'title', 'text'] as const;
export type Layout = (typeof layouts)[number];

export interface CitedItem {
  readonly key: string;
  /** Where in the work, as written: `table 2`. */
  readonly locator?: string;
}

/** `[@key]` or `[@key, table 2; @other]`. */
export interface Citation extends Literal {
  type: 'citation';
  items: CitedItem[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation;
  }
  interface RootContentMap {
    citation: Citation;
  }
}

/** A static figure: one drawn by slides/figures, or the code, table or formula that stands in its frame. */
export interface FigureBlock {
  readonly kind: 'figure';
  readonly name?: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What is shown when no drawing is named. */
  readonly stage: readonly Mdast.RootContent[];
  readonly caption: readonly Mdast.PhrasingContent[];
  /** `20`, `38a`, or `13.1` under slide 13. */
  readonly number: string;
  readonly place: Place;
}

/** A live figure: `<dl-NAME …>caption</dl-NAME>`. */
export interface DemoBlock {
  readonly kind: 'demo';
  readonly name: string;
  /** As written; `true` for an attribute without a value. */
  readonly attributes: Readonly<Record<string, string | true>>;
  readonly caption: readonly Mdast.PhrasingContent[];
  readonly number: string;
  readonly place: Place;
}

export interface TextBlock {
  readonly kind: 'text';
  readonly node: Mdast.RootContent;
}

export interface BibliographyBlock {
  readonly kind: 'bibliography';
  readonly keys: readonly string[];
  readonly place: Place;
}

export type Block = FigureBlock | DemoBlock | TextBlock | BibliographyBlock;
export type Frame = FigureBlock | DemoBlock;

export interface Slide {
  readonly id: string;
  /** `13`, or `13.1` for the first slide under it. */
  readonly label: string;
  /** 1 to the number of main slides; a slide under another shares its number. */
  readonly number: number;
  readonly under: boolean;
  /** Zero under another slide. */
  readonly minutes: number;
  readonly layout: Layout;
  readonly headline: readonly Mdast.PhrasingContent[];
  readonly blocks: readonly Block[];
  readonly notes: readonly Mdast.RootContent[];
  readonly prose: readonly Mdast.RootContent[];
  readonly place: Place;
}

export interface Section {
  readonly key: string;
  readonly title: string;
  /** The opener's numeral; absent in opening and closing. */
  readonly chapter?: number;
  readonly slides: readonly Slide[];
  readonly place: Place;
}

export function isFrame(block: Block): block is Frame {
  return block.kind === 'figure' || block.kind === 'demo';
}
