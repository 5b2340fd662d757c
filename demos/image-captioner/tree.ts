import { type Branch, STOP } from './task';

/** A word of the tree and where it stands, in CSS pixels. */
export interface TreeWord {
  /** Index of its branch. */
  readonly branch: number;
  readonly word: string;
  readonly probability: number;
  readonly x: number;
  /** Of its baseline. */
  readonly y: number;
  /** Of the text. */
  readonly width: number;
  readonly kind: 'best' | 'kept' | 'pruned';
  /** Where the line to it begins: the end of the word before it. */
  readonly from: { readonly x: number; readonly y: number };
}

export interface TreePlan {
  readonly words: readonly TreeWord[];
  /** At least as asked for; more where the sentence is too long for it. */
  readonly width: number;
}

const GAP = { least: 20, most: 46 };
/** Of the first baseline of a lane, and between those beneath it. */
const FIRST_LINE = 18;
const PRUNED_PITCH = 20;
/** Width of a letter, on average, of the two sizes of the labels. */
const LETTER = { kept: 9.6, pruned: 7.7 };

interface Node {
  readonly branch: number;
  readonly step: number;
  readonly lane: number;
  /** 0 for a word that was kept; 1 and more for those pruned beneath it. */
  readonly below: number;
  readonly kind: TreeWord['kind'];
  readonly width: number;
}

/**
 * Lays a beam's tree out as lines of text: the sentence that won runs straight along the first lane, the others along theirs,
 * and what was pruned hangs beneath the word that it would have followed.
 * @param lanes how many sentences were carried along
 */
export function treePlan(
  branches: readonly Branch[],
  best: number,
  lanes: number,
  size: { width: number; height: number },
): TreePlan {
  const pitch = size.height / lanes;
  const nodes = place(branches, best, lanes, Math.floor((pitch - FIRST_LINE) / PRUNED_PITCH));
  const { starts, width } = columns(nodes, size.width);
  const at = (node: Node) => ({
    x: starts[node.step] as number,
    y: node.lane * pitch + FIRST_LINE + node.below * PRUNED_PITCH,
  });
  const words = nodes.filter(Boolean).map((node): TreeWord => {
    const { parent, word, probability } = branches[node.branch] as Branch;
    const before = parent === -1 ? undefined : nodes[parent];
    const from = before ? { x: at(before).x + before.width + 5, y: at(before).y } : { x: 0, y: FIRST_LINE };
    return {
      branch: node.branch,
      word: shown(word),
      probability,
      ...at(node),
      width: node.width,
      kind: node.kind,
      from,
    };
  });
  return { words, width };
}

/** The end of a sentence is a word too. */
const shown = (word: string): string => (word === STOP ? 'end' : word);

/**
 * Lanes are kept as long as a sentence goes on. An end that did not win hangs beneath, like what was pruned: its sentence's
 * lane goes to another.
 * @param room how many words may hang beneath one
 */
function place(branches: readonly Branch[], best: number, lanes: number, room: number): Node[] {
  const won = new Set<number>();
  for (let at = best; at !== -1; at = (branches[at] as Branch).parent) won.add(at);
  const nodes: Node[] = [];
  const taken = new Map<number, Set<number>>();
  const beneath = new Map<number, number>();
  const add = (branch: number, lane: number, below: number, kind: Node['kind'], letter: number) => {
    const { parent, word } = branches[branch] as Branch;
    const step = parent === -1 ? 0 : (nodes[parent] as Node).step + 1;
    nodes[branch] = { branch, step, lane, below, kind, width: letter * shown(word).length };
  };
  const hangs = (branch: number) => {
    const { kept, word } = branches[branch] as Branch;
    return !kept || (word === STOP && !won.has(branch));
  };
  branches.forEach(({ parent }, branch) => {
    if (hangs(branch)) return;
    const before = parent === -1 ? undefined : (nodes[parent] as Node);
    const step = before ? before.step + 1 : 0;
    const busy = taken.get(step) ?? new Set(step < won.size ? [0] : []);
    taken.set(step, busy);
    const lane = won.has(branch) ? 0 : freeLane(busy, before?.lane ?? 1, lanes);
    busy.add(lane);
    add(branch, lane, 0, won.has(branch) ? 'best' : 'kept', LETTER.kept);
  });
  const hanging = branches.map((_, branch) => branch).filter(hangs);
  // Ends first: they are sentences, and what was pruned is only what might have been.
  hanging.sort((one, other) => Number(branches[other]?.kept) - Number(branches[one]?.kept) || one - other);
  for (const branch of hanging) {
    const { parent, kept } = branches[branch] as Branch;
    const below = (beneath.get(parent) ?? 0) + 1;
    if (below > room) continue;
    beneath.set(parent, below);
    const lane = parent === -1 ? 0 : (nodes[parent] as Node).lane;
    add(branch, lane, below, kept ? 'kept' : 'pruned', LETTER.pruned);
  }
  return nodes;
}

/** The lane of the sentence before, or the next one that is free; the first, which the winner had, at last. */
function freeLane(busy: ReadonlySet<number>, wanted: number, lanes: number): number {
  const order = [wanted, ...Array.from({ length: lanes - 1 }, (_, index) => index + 1), 0];
  return order.find((lane) => !busy.has(lane)) ?? wanted;
}

/** Where each step begins; gaps are as wide as the space allows. */
function columns(nodes: readonly Node[], space: number): { starts: number[]; width: number } {
  const widths: number[] = [];
  for (const { step, width } of nodes.filter(Boolean)) widths[step] = Math.max(widths[step] ?? 0, width);
  const words = widths.reduce((sum, width) => sum + width, 0);
  const gap = Math.min(GAP.most, Math.max(GAP.least, (space - words) / widths.length));
  let x = 0;
  const starts = widths.map((width) => {
    x += gap;
    const start = x;
    x += width;
    return start;
  });
  return { starts, width: Math.max(space, x) };
}
