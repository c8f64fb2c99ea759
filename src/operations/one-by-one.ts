import { oneByOne as linesByName } from '../core/text/one-by-one.ts'

/** Queues of this process for work that counts first and then adds: run at the same time, all would see the same count. */
export const oneByOne = linesByName()
