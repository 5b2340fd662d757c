import { DemoError } from './errors';
import type { GraphicsProbe } from './protocol';

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|virgl/i;

/** What tfjs asks of its own context; a context of ours must not differ. */
const ATTRIBUTES: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
  depth: false,
  stencil: false,
  failIfMajorPerformanceCaveat: false,
};

export interface Graphics {
  readonly gl: WebGL2RenderingContext;
  readonly renderer: string;
}

/**
 * Makes the one WebGL context of an engine, in a worker or in a page.
 * @param onLost called once if the context is taken away
 * @throws DemoError `backend` where there is no WebGL 2
 */
export function createGraphics(onLost: (reason: string) => void): Graphics {
  const canvas = makeCanvas();
  const gl = canvas?.getContext('webgl2', ATTRIBUTES) as WebGL2RenderingContext | null | undefined;
  if (!canvas || !gl) throw new DemoError('backend', 'This browser gives no WebGL 2 here.', 'no WebGL 2');
  canvas.addEventListener('webglcontextlost', () => onLost('The GPU was taken away.'), { once: true });
  return { gl, renderer: rendererOf(gl) };
}

/** Looks, and lets go of the context at once: a page has only sixteen. */
export function probeGraphics(): GraphicsProbe {
  const gl = makeCanvas()?.getContext('webgl2', ATTRIBUTES) as WebGL2RenderingContext | null | undefined;
  if (!gl) return { webgl2: false, software: false };
  const software = SOFTWARE.test(rendererOf(gl));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { webgl2: true, software };
}

function makeCanvas(): OffscreenCanvas | HTMLCanvasElement | undefined {
  if (typeof document !== 'undefined') return document.createElement('canvas');
  return typeof OffscreenCanvas === 'undefined' ? undefined : new OffscreenCanvas(1, 1);
}

function rendererOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}
