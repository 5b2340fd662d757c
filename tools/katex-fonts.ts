import type { Plugin } from 'vite';

/** Keeps the woff2 of each KaTeX face and drops its woff and ttf, which no browser that runs this site asks for. */
export function katexFonts(): Plugin {
  return {
    name: 'katex-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /katex\.min\.css/ },
      handler: (code) => code.replace(/,url\([^)]+\.(?:woff|ttf)\) format\("[^"]+"\)/g, ''),
    },
  };
}
