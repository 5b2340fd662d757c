/** The part of d3-contour that the figures use; the package ships without types. */
declare module 'd3-contour' {
  /** Where the values are at least `value`: polygons of rings of [x, y] in cells of the grid. */
  export interface Region {
    readonly type: 'MultiPolygon';
    readonly value: number;
    readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
  }
  export interface Contours {
    size(size: readonly [width: number, height: number]): Contours;
    /** `values` row by row, width × height of them. */
    contour(values: readonly number[], threshold: number): Region;
  }
  export function contours(): Contours;
}
