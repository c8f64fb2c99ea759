import { fuzzProof } from './fuzz/fuzz-proof.ts'

/** Searches and questions grown and broken: none is an error, and the database understands what it is asked. */
export const prove = fuzzProof({
  name: 'fuzz-queries',
  folder: 'fuzz-queries',
  extension: 'txt',
  worker: 'subject-fuzz-worker.ts',
  subject: 'queries',
  read: 'searches read',
  ofThem: 'of them with something to look for',
  madeFrom: 'searches they were made from',
})
