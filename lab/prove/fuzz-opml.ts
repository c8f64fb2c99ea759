import { fuzzProof } from './fuzz/fuzz-proof.ts'

/** Lists of subscriptions grown and broken are read without a throw or a hang, and written and read again as the same. */
export const prove = fuzzProof({
  name: 'fuzz-opml',
  folder: 'fuzz-opml',
  extension: 'opml',
  worker: 'subject-fuzz-worker.ts',
  subject: 'opml',
  read: 'lists read',
  ofThem: 'of them with a feed',
  madeFrom: 'lists they were made from',
})
