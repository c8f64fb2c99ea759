import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { section } from './section.ts'
import { whoSpeaks } from './who-speaks.ts'

/** Below so many quotations shares say nothing. */
const enough = 5

/** Who speaks in a story, as shares of its attributed quotations; empty where there are few or one alone speaks. */
export function voicesSection({ dossier }: StoryView, reader: Reader): Html {
  const voices = dossier.ledger.map(({ speaker, utterances }) => ({ speaker, quoteCount: utterances.length }))
  const total = voices.reduce((sum, { quoteCount }) => sum + quoteCount, 0)
  const plot = total < enough ? html`` : whoSpeaks(voices, reader)
  return plot.length === 0 ? html`` : section('voices', reader.words.people.whoSpeaks, plot)
}
