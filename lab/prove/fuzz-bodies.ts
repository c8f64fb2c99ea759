import { fuzzProof } from './fuzz/fuzz-proof.ts'

/** Requests of programs grown from the routes there are, and broken: their inputs are read, or refused by name. */
export const prove = fuzzProof({
  name: 'fuzz-bodies',
  folder: 'fuzz-bodies',
  extension: 'txt',
  worker: 'subject-fuzz-worker.ts',
  subject: 'bodies',
  read: 'requests read',
  ofThem: 'of them with an input that can be used',
  madeFrom: 'requests they were made from',
})
