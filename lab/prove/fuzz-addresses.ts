import { fuzzProof } from './fuzz/fuzz-proof.ts'

/** Addresses grown and broken, in links, pages, fields and paths: what comes through is of the web, and nothing private passes the guard. */
export const prove = fuzzProof({
  name: 'fuzz-addresses',
  folder: 'fuzz-addresses',
  extension: 'txt',
  worker: 'subject-fuzz-worker.ts',
  subject: 'addresses',
  read: 'addresses read',
  ofThem: 'of them a link, or a page with a feed',
  madeFrom: 'addresses they were made from',
})
