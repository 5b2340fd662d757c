/** Scales and axes as the look draws them: hairlines across, labels above them at the left, years below in strong. */
import { type Child, colour, group, line, type Markup, text } from './svg.ts';

export type Scale = (value: number) => number;

/** Maps [d0, d1] to [r0, r1] in a straight line; values outside go on along it. */
export function linear([d0, d1]: readonly [number, number], [r0, r1]: readonly [number, number]): Scale {
  return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
}

/** The same on the logarithms; the domain must be positive. */
export function logarithmic([d0, d1]: readonly [number, number], range: readonly [number, number]): Scale {
  const scale = linear([Math.log(d0), Math.log(d1)], range);
  return (value) => scale(Math.log(value));
}

export interface Tick {
  readonly value: number;
  /** Text of the tick; empty for a bare line. */
  readonly label: string;
}

/** Horizontal hairlines with their labels above at the left; the line at `base` is ink. */
export function rows(ticks: readonly Tick[], y: Scale, [x1, x2]: readonly [number, number], base = 0): Markup {
  const row = ({ value, label }: Tick): Child => {
    const at = Math.round(y(value)) + 0.5;
    const stroke = value === base ? { stroke: colour.ink } : { stroke: colour.rule, 'stroke-width': 1 };
    return [line([x1, at], [x2, at], stroke), label !== '' && text(x1, at - 7.5, label, { class: 'muted' })];
  };
  return group({}, ticks.map(row));
}

/** Vertical hairlines from `top` to `bottom` with their labels under them. */
export function columns(ticks: readonly Tick[], x: Scale, [top, bottom]: readonly [number, number]): Markup {
  const column = ({ value, label }: Tick): Child => {
    const at = Math.round(x(value)) + 0.5;
    return [
      line([at, top], [at, bottom], { stroke: colour.rule, 'stroke-width': 1 }),
      label !== '' && text(at, bottom + 26, label, { anchor: 'middle', class: 'muted' }),
    ];
  };
  return group({}, ticks.map(column));
}

/** Ticks under a base line that is already there, with strong labels: years, steps. */
export function marks(ticks: readonly Tick[], x: Scale, base: number): Markup {
  return group(
    {},
    ticks.map(({ value, label }) => [
      line([x(value), base], [x(value), base + 7]),
      text(x(value), base + 30, label, { anchor: 'middle', class: 'strong' }),
    ]),
  );
}
