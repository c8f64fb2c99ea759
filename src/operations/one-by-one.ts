import { keyedQueue as linesByName } from '../core/text/keyed-queue.ts'

/** Queues of this process for work that counts first and then adds: run at the same time, all would see the same count. */
export const oneByOne = linesByName()
