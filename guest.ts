/** Joins the demos to a page of somebody else's: they bring their dress, and take no orders from the page's address. */
import { type DemoElements, openDoors } from './doors';
import { dressDemos } from './src/embed/dress';

let demos: DemoElements | undefined;

/** Comes before any demo is defined; any number of times. */
export function openAsGuest(): DemoElements {
  if (!demos) dressDemos();
  demos ??= openDoors('auto');
  return demos;
}
