import type { Quote } from '../../../src/core/quote.ts'
import type { Span } from '../../../src/core/span.ts'
import { documentOf, quotesOf } from './documents.ts'

/** The hand-made answer key of a page of four articles. */
export type Key = {
  anchor_date: string
  articles: { id: string; title: string; text: string }[]
  quotes: {
    article: string
    start: number
    end: number
    speaker: string | null
    cue: string | null
    channel?: string
    when?: string
  }[]
  indirect: { article: string; sentence: number; cue: string; speaker: string }[]
}

/** Shares of right answers: spans, speakers, cues, channels, terms left alone, and reported speech. */
export function scoreKey(key: Key): Record<string, number> {
  const right = { spans: 0, speakers: 0, cues: 0, channels: 0, terms: 0, indirect_cues: 0, indirect_speakers: 0 }
  for (const { id, title, text } of key.articles) {
    const said = quotesOf(documentOf(id, text, key.anchor_date, title))
    const words = (span: Span | undefined): string | undefined => span && text.slice(span.start, span.end)
    for (const gold of key.quotes.filter((one) => one.article === id)) {
      const ours = said.find(({ span }) => span.start === gold.start && span.end === gold.end)
      if (!ours) continue
      right.spans++
      if (gold.speaker && isSpeaker(gold.speaker, ours, words(ours.source))) right.speakers++
      if (!gold.speaker && !ours.source) right.terms++
      if (gold.cue && words(ours.cue) === gold.cue) right.cues++
      if (gold.channel && words(ours.channel) === gold.channel) right.channels++
    }
    for (const gold of key.indirect.filter((one) => one.article === id)) {
      const ours = said.find(
        (quote) => quote.kind === 'indirect' && quote.sentence === gold.sentence && words(quote.cue) === gold.cue,
      )
      if (!ours) continue
      right.indirect_cues++
      if (isSpeaker(gold.speaker, ours, words(ours.source))) right.indirect_speakers++
    }
  }
  const spoken = key.quotes.filter((one) => one.speaker).length
  const share = (count: number, of: number): number => (of === 0 ? 1 : count / of)
  return {
    spans: share(right.spans, key.quotes.length),
    speakers: share(right.speakers, spoken),
    cues: share(right.cues, key.quotes.filter((one) => one.cue).length),
    channels: share(right.channels, key.quotes.filter((one) => one.channel).length),
    terms_left_alone: share(right.terms, key.quotes.length - spoken),
    indirect_cues: share(right.indirect_cues, key.indirect.length),
    indirect_speakers: share(right.indirect_speakers, key.indirect.length),
  }
}

function isSpeaker(gold: string, { speaker }: Quote, source: string | undefined): boolean {
  const name = speaker?.name ?? source
  if (!name) return false
  return fold(gold).startsWith(fold(name)) || fold(name) === fold(gold)
}

/** Both spellings of one surname on that page are one. */
function fold(name: string): string {
  return name.toLowerCase().replace(/yy$/, 'y')
}
