import { fuzzProof } from './fuzz/fuzz-proof.ts'

/** Pages grown from a grammar and pages changed by accidents are read without a throw or a hang, with blocks that are the text, and twice alike. */
export const prove = fuzzProof({
  name: 'fuzz-pages',
  folder: 'fuzz-pages',
  extension: 'html',
  worker: 'page-fuzz-worker.ts',
  read: 'pages read',
  ofThem: 'of them with an article',
  madeFrom: 'pages they were made from',
})
