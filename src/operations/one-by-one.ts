import { keyedQueue as linesByName } from '../core/text/one-by-one.ts'

/** The lines of this process, where each first looks how many there are and then adds one: done all at once they would all look first. */
export const oneByOne = linesByName()
