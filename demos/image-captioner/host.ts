import type { TemplateResult } from 'lit';
import type { DemoState } from '../../src/demo/lifecycle';
import type { PictureInput } from '../../src/demo/picture/input';
import type { Square } from '../../src/demo/picture/square';
import type { Speech } from './speech';
import type { Caption, CaptionResult } from './task';

export type Panel = 'words' | 'tree' | 'plain';

/** What the parts of the stage need of the element. */
export interface CaptionHost {
  readonly state: DemoState;
  readonly input: PictureInput;
  readonly panel: Panel;
  readonly beam: number;
  readonly temperature: number;
  readonly square: Square;
  /** The last result, or the recorded one of the sample that is shown. */
  readonly shown: CaptionResult | undefined;
  /** The best caption of the attention decoder. */
  readonly best: Caption | undefined;
  /** How far it has been said, and which of its words is looked at. */
  readonly speech: Speech;
  /** Whether the camera's picture is shown as it comes. */
  readonly live: boolean;
  set(attributes: Readonly<Record<string, string | number | undefined>>): void;
  /** Somebody waits for the answer to what was just set. */
  ask(): void;
  /** Looks at a word, and stays there. */
  look(at: number): void;
  /** Says another word in the place of this one; the sentence goes on from there. */
  say(at: number, word: string): void;
  replay(): void;
  mainButton(): TemplateResult;
  report(): TemplateResult | undefined;
}
