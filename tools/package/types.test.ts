import { expect, it } from 'vitest';
import { published } from './types';

it('leaves out what only the element itself may use, and every import that it needed', () => {
  const { text, imports } = published(`import type { PropertyValues, TemplateResult } from 'lit';
import { type Answer } from './task';
import { LitElement } from 'lit';
import { type Inner } from './inner';
import type { Part } from 'lit/parts';
/** An element. */
export declare class ThingElement extends LitElement {
    #private;
    static readonly styles: import("lit").CSSResult[];
    /** For all. */
    ask(): Promise<Answer>;
    /** For itself. */
    protected readonly acts: {
        go: (inner: Inner) => void;
    };
    /** For all, too. */
    get state(): string;
    part: Part;
    protected render(): TemplateResult;
}
`);
  expect(text).toBe(`import { Answer } from './task.js';
type Part<A = unknown, B = unknown> = unknown;
/** An element. */
export declare class ThingElement extends HTMLElement {
    /** For all. */
    ask(): Promise<Answer>;
    /** For all, too. */
    get state(): string;
    part: Part;
}
`);
  expect(imports).toEqual(['./task']);
});
