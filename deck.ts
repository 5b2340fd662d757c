/** Composition root of `index.html`. */
import { openDoors } from './doors';
import { openDeck } from './src/deck/deck';

await openDeck(openDoors());
