import type { ErrorData } from '../../engine/errors';
import type { LoadProgress } from '../../engine/protocol';
import type { DemoState, LoadedReport } from '../lifecycle';

/** What is seen of a demo and is neither an attribute nor a result, by name; plain data, such as a step or a picture. */
export type ViewState = Readonly<Record<string, unknown>>;

/** Everything that a copy in another window needs to look the same. Plain data: it is posted as it is. */
export interface Snapshot {
  /** Those that hold the demo's state (`stateNames`), as written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly state: DemoState;
  readonly progress: LoadProgress | undefined;
  readonly loaded: LoadedReport | undefined;
  readonly error: ErrorData | undefined;
  readonly notice: string | undefined;
  readonly milliseconds: number | undefined;
  readonly result: unknown;
  readonly view: ViewState;
}

/** What has changed since the last news; all of it in the first. */
export type News = Partial<Snapshot> & {
  /** Number of the last act that had been done by then; infinite in the first news. */
  readonly heard: number;
};

/** Something done with a copy, to be done by the element that it is a copy of. */
export interface Act {
  readonly name: string;
  /** Plain data, or a file. */
  readonly argument?: unknown;
  /** Counts the acts of one copy. */
  readonly turn: number;
}

/** What a demo can be asked to do by name, beyond loading, running and setting attributes. */
export type Acts = Readonly<Record<string, (argument: never) => void>>;
