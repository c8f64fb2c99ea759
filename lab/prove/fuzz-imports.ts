import { fuzzProof } from './fuzz/fuzz-proof.ts'

/** Files of imports grown and broken, plain, gzipped and zipped: links lead to the web, times sort, and nothing throws. */
export const prove = fuzzProof({
  name: 'fuzz-imports',
  folder: 'fuzz-imports',
  extension: 'txt',
  worker: 'subject-fuzz-worker.ts',
  subject: 'imports',
  read: 'files read, each in three packings',
  ofThem: 'of them taken',
  madeFrom: 'files they were made from',
})
