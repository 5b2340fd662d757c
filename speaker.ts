/** Composition root of `speaker.html`. */
import { openDoors } from './doors';
import { openSpeaker } from './src/deck/speaker/speaker';

await openSpeaker(openDoors());
