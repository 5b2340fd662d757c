import type { TemplateResult } from 'lit';
import type { DemoState } from '../../src/demo/lifecycle';
import type { ShownResult } from './task';
import type { WordFieldHost } from './word-field';

/** What each of the two views needs of the element that it is a part of. */
export interface StageHost extends WordFieldHost {
  readonly state: DemoState;
  /** An attribute as it stands, or its default. */
  text(name: string): string;
  /** Whether an attribute is there at all, be it empty. */
  given(name: string): boolean;
  /** Sets attributes, or takes them away; the element then answers what they ask. */
  set(attributes: Readonly<Record<string, string | undefined>>): void;
  /** What the plot shows: the answer, or what was recorded. */
  readonly shown: ShownResult | undefined;
  mainButton(): TemplateResult;
  /** The switch between the views. */
  viewChoice(): TemplateResult;
}
