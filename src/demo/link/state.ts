/** A demo's state as part of an address: its attributes as parameters, and a check that notices when some are missing. */
import { type AttributeSchema, attributeProblem } from '../attributes';

/** Values of attributes by name; a boolean attribute that is there is empty. */
export type State = Readonly<Record<string, string>>;

export interface StateRead {
  readonly state: State;
  /** Whether this is all there is to set: what it does not name is as by default. */
  readonly whole: boolean;
  /** What of it cannot be used, in words. */
  readonly problems: readonly string[];
}

/** First, so that a link that was cut short anywhere still has it. */
const CHECK = 'check';

/** `check=1f3a&picture=koala&square=94`, without a question mark. */
export function writeState(state: State): string {
  return String(new URLSearchParams([[CHECK, checkOf(state)], ...Object.entries(state)]));
}

/**
 * Reads what `writeState` wrote, or what somebody wrote by hand. A link whose check is wrong was cut short or changed on
 * its way, and gives nothing. Without a check each parameter stands for itself.
 */
export function readState(parameters: URLSearchParams, schema: AttributeSchema): StateRead {
  const written = [...parameters].filter(([name]) => name !== CHECK);
  const problems = written.flatMap(([name, value]) => attributeProblem(name, value, schema) ?? []);
  const usable = written.filter(([name, value]) => !attributeProblem(name, value, schema));
  const state = Object.fromEntries(usable);
  const check = parameters.get(CHECK);
  if (check === null) return { state, whole: false, problems };
  const known = Object.fromEntries(written.filter(([name]) => Object.hasOwn(schema, name)));
  if (check !== checkOf(known))
    return { state: {}, whole: false, problems: ['it was cut short or changed on its way', ...problems] };
  return { state, whole: true, problems };
}

/** Four hexadecimal digits over all names and values, in whatever order (FNV-1a, folded). */
function checkOf(state: State): string {
  let hash = 0x811c9dc5;
  const pairs = Object.entries(state).map(([name, value]) => `${name}=${value}\n`);
  for (const byte of new TextEncoder().encode(pairs.sort().join(''))) hash = Math.imul(hash ^ byte, 0x01000193);
  return ((hash ^ (hash >>> 16)) & 0xffff).toString(16).padStart(4, '0');
}

/** The place and the state in a fragment such as `#/slide?picture=koala`; the state is undefined where there is none. */
export function splitFragment(hash: string): { readonly place: string; readonly state: URLSearchParams | undefined } {
  const at = hash.indexOf('?');
  if (at < 0) return { place: hash, state: undefined };
  return { place: hash.slice(0, at), state: new URLSearchParams(hash.slice(at + 1)) };
}
