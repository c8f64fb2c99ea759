import { amendments } from './amendments.ts'
import type { AnyAnalyzer } from './analyzer.ts'
import { commitments } from './commitments.ts'
import { figures } from './figures.ts'
import { mentions } from './mentions.ts'
import { quotes } from './quotes.ts'
import { sentences } from './sentences.ts'
import { signals } from './signals.ts'
import { times } from './times.ts'
import { topics } from './topics.ts'

/** Every analyzer, each after those it requires. A new one is a file and a line here. */
export const all: readonly AnyAnalyzer[] = [
  sentences,
  mentions,
  times,
  quotes,
  figures,
  commitments,
  signals,
  amendments,
  topics,
]
