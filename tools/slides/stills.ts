/** The pictures that stand for demos where no script runs: made by `npm run stills`, one set a tag of the talk. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributes } from './html.ts';
import type { DemoBlock, Slide } from './model.ts';

export interface StillSize {
  /** In CSS pixels; the picture has twice as many. */
  readonly width: number;
  readonly height: number;
  /** Of all that stands above the caption when the element has come: stage, controls, status. */
  readonly frameHeight: number;
}

export interface Still {
  /** Of the tag when it was photographed. */
  readonly attributes: Readonly<Record<string, string | true>>;
  /** The result in words. */
  readonly text: string;
  readonly wide: StillSize;
  /** For pages of at most 600 pixels. */
  readonly narrow: StillSize;
  /** `frameHeight` on pages of other widths: the controls break into other lines there. */
  readonly rooms?: Readonly<Record<string, number>>;
}

/** Widths of pages, in CSS pixels, at which `rooms` are measured; `reader.css` says from where to where each holds. */
export const ROOM_WIDTHS = [320, 360, 430, 600, 768, 1024] as const;

export type Shape = 'wide' | 'narrow';
export type Theme = 'light' | 'dark';

/** A still as a file of the site. */
export interface StillFile {
  /** From the project's top. */
  readonly path: string;
  /** In the built site. */
  readonly fileName: string;
}

export interface Stills {
  /** Picture, words and status of a demo; nothing where it has not been photographed. */
  html(block: DemoBlock, slide: Slide): string;
  /** All that has been used so far. */
  readonly files: readonly StillFile[];
}

/** Name of a tag among all of the talk's: its slide, and a letter where that has several. */
export function stillKey(number: string, slide: string): string {
  return slide + (/[a-z]$/.test(number) ? `-${number.at(-1)}` : '');
}

/** From the folder of the demos. */
export function stillsFile(name: string): string {
  return `${name}/stills/stills.json`;
}

export function stillPath(name: string, key: string, shape: Shape, theme: Theme): string {
  return `${name}/stills/${key}-${shape}-${theme}.webp`;
}

export interface StillOptions {
  readonly root: string;
  /** Folder of the demos, from the top. */
  readonly demos: string;
  /** Whether pages name the built files, or those of the sources. */
  readonly built: boolean;
}

export function openStills({ root, demos, built }: StillOptions): Stills {
  const files = new Map<string, StillFile>();
  const known = new Map<string, Readonly<Record<string, Still>>>();
  const read = (name: string) => {
    const path = join(root, demos, stillsFile(name));
    const stills = known.get(name) ?? (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {});
    known.set(name, stills);
    return stills;
  };
  const href = (name: string, key: string, shape: Shape, theme: Theme) => {
    const path = `${demos}/${stillPath(name, key, shape, theme)}`;
    const hash = createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('base64url')
      .slice(0, 8);
    const fileName = `assets/${key}-${shape}-${theme}-${hash}.webp`;
    files.set(path, { path, fileName });
    return built ? fileName : path;
  };
  return {
    html(block, slide) {
      const key = stillKey(block.number, slide.id);
      const still: Still | undefined = read(block.name)[key];
      if (!still) return '';
      const pictures = (['light', 'dark'] as const).map((theme) =>
        pictureHtml(still, theme, (shape) => href(block.name, key, shape, theme)),
      );
      const status = '<span class="frame-status"><span><b>Still</b> · a recorded result</span></span>';
      return `<span slot="still" class="still" style="${roomStyle(still)}">${pictures.join('')}${status}</span>`;
    },
    get files() {
      return [...files.values()];
    },
  };
}

function roomStyle({ wide, narrow, rooms = {} }: Still): string {
  const others = Object.entries(rooms).map(([width, height]) => `; --room-${width}: ${height}px`);
  return `--wide: ${wide.frameHeight}px; --narrow: ${narrow.frameHeight}px${others.join('')}`;
}

function pictureHtml({ text, wide, narrow }: Still, theme: Theme, address: (shape: Shape) => string): string {
  const size = ({ width, height }: StillSize) => ({ width, height });
  const source = attributes({ media: '(max-width: 600px)', srcset: address('narrow'), ...size(narrow) });
  const image = attributes({ src: address('wide'), ...size(wide), alt: `Recorded result: ${text}`, loading: 'lazy' });
  return `<picture class="in-${theme}"><source${source}><img${image} decoding="async"></picture>`;
}
