import { keyedQueue as linesByName } from '../core/text/keyed-queue.ts'

/** The lines of this process, where each first looks how many there are and then adds one: done all at once they would all look first. */
export const oneByOne = linesByName()
