import { type PackedLesson, unpackLesson } from './learn/poster';
import { type Poster, unpackTrace } from './poster';
import poster from './poster.json';

const { lesson, ...run } = poster as unknown as Poster & { readonly lesson: PackedLesson };

/** What is shown while nothing runs. */
export const recorded = unpackTrace(run);

/** The recorded run stands where some rows have been read and some not. */
export const RECORDED_AT = Math.round(recorded.answersFrom + 0.6 * recorded.target.length);

/** What is shown of learning while nothing can learn. */
export const recordedLesson = unpackLesson(lesson);
