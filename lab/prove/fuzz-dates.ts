import { fuzzProof } from './fuzz/fuzz-proof.ts'

/** Dates of feeds, pages and exports, and phrases of time in five languages, grown and broken: each is a time that sorts, or none. */
export const prove = fuzzProof({
  name: 'fuzz-dates',
  folder: 'fuzz-dates',
  extension: 'txt',
  worker: 'subject-fuzz-worker.ts',
  subject: 'dates',
  read: 'dates read',
  ofThem: 'of them with a time',
  madeFrom: 'dates they were made from',
})
