import { fuzzProof } from './fuzz/fuzz-proof.ts'

/** Letters grown and broken (MIME): lines are lines, links lead to the web, and no markup that runs is left. */
export const prove = fuzzProof({
  name: 'fuzz-letters',
  folder: 'fuzz-letters',
  extension: 'eml',
  worker: 'subject-fuzz-worker.ts',
  subject: 'letters',
  read: 'letters read',
  ofThem: 'of them with a text',
  madeFrom: 'letters they were made from',
})
