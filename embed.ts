/** Composition root of `embed.html?demo=NAME`. */
import { openDoors } from './doors';
import { showDemo } from './src/embed/page';

showDemo(document.getElementById('demo') as HTMLElement, openDoors(), new URLSearchParams(location.search));
