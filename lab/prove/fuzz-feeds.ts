import { fuzzProof } from './fuzz/fuzz-proof.ts'

/** Feeds grown from grammars and feeds changed by accidents are read without a throw, a hang, or markup that runs. */
export const prove = fuzzProof({
  name: 'fuzz-feeds',
  folder: 'fuzz',
  extension: 'feed',
  read: 'inputs read',
  ofThem: 'of them read as a feed',
  madeFrom: 'feeds they were made from',
})
