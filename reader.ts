/** Composition root of `read.html`. */
import { openDoors } from './doors';
import { openReader } from './src/reader/reader';

openReader(openDoors());
