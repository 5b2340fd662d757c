/**
 * Makes the two small rasters that figures compute with, once; the results are committed.
 *
 *   node slides/figures/make/rasters.mjs RED-PANDA.jpg
 *
 * - title-filters.json: the digits 2, 0, 1, 4 in Newsreader 600 at 72 px, as a browser's canvas fills them,
 *   48 × 58 cells a digit.
 * - kit/red-panda.json: a square of the photograph red-panda.jpg (Mathias Appel, CC0 1.0), averaged down to 64 × 64.
 *
 * One hexadecimal digit a cell: coverage for the letters, luminance for the photograph, 0 to 15.
 * CHROMIUM_PATH names a browser; without it the one in @sparticuz/chromium is used.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright';

const [photo] = process.argv.slice(2);
if (!photo) throw new Error('usage: node slides/figures/make/rasters.mjs RED-PANDA.jpg');

const require = createRequire(import.meta.url);
const font = require.resolve('@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2');
const dataUrl = async (type, path) => `data:${type};base64,${(await readFile(path)).toString('base64')}`;

/** Runs in the page: fills each digit on a canvas and reads the coverage back. */
async function digitRows({ fontUrl, columns, rows, baseline }) {
  const face = new FontFace('Newsreader', `url(${fontUrl})`, { weight: '200 800' });
  document.fonts.add(await face.load());
  return [...'2014'].map((digit) => {
    const pen = new OffscreenCanvas(columns, rows).getContext('2d');
    pen.font = '600 72px Newsreader';
    pen.textAlign = 'center';
    pen.fillText(digit, columns / 2, baseline);
    const { data } = pen.getImageData(0, 0, columns, rows);
    const hex = (row, column) => Math.round((data[4 * (row * columns + column) + 3] / 255) * 15).toString(16);
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => hex(row, column)).join(''),
    );
  });
}

/** Runs in the page: averages a square of the photograph over side × side cells and reads its luminance (BT.709). */
async function photoRows({ photoUrl, left, top, square, side }) {
  const image = await createImageBitmap(await (await fetch(photoUrl)).blob());
  const pen = new OffscreenCanvas(square, square).getContext('2d');
  pen.drawImage(image, left, top, square, square, 0, 0, square, square);
  const { data } = pen.getImageData(0, 0, square, square);
  const step = square / side;
  const mean = (row, column) => {
    let sum = 0;
    for (let y = row * step; y < (row + 1) * step; y++)
      for (let x = column * step; x < (column + 1) * step; x++) {
        const at = 4 * (y * square + x);
        sum += 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2];
      }
    return sum / step ** 2 / 255;
  };
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => Math.round(mean(row, column) * 15).toString(16)).join(''),
  );
}

const executablePath = process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath());
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
const digits = await page.evaluate(digitRows, {
  fontUrl: await dataUrl('font/woff2', font),
  columns: 48,
  rows: 58,
  baseline: 55,
});
const rows = await page.evaluate(photoRows, {
  photoUrl: await dataUrl('image/jpeg', photo),
  left: 166,
  top: 18,
  square: 320,
  side: 64,
});
await browser.close();

const save = (name, value) => writeFile(new URL(`../${name}`, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);
await save('title-filters.json', {
  source: 'own',
  made: 'node slides/figures/make/rasters.mjs: Newsreader 600 at 72 px, coverage 0-15 in hexadecimal',
  digits,
});
await save('kit/red-panda.json', {
  source: 'own',
  made: 'node slides/figures/make/rasters.mjs: red-panda.jpg, Mathias Appel, CC0 1.0; luminance 0-15 in hexadecimal',
  rows,
});
