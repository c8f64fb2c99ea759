import type { Sentence } from '../core/annotation.ts'
import type { Document } from '../core/document.ts'
import type { Span } from '../core/span.ts'
import { defineAnalyzer } from './analyzer.ts'
import { layerVersions } from './layer-versions.ts'
import { linkListsIn } from './sentences/link-lists.ts'
import { isStop, stopAt } from './sentences/sentence-ends.ts'
import { sentenceHabits } from './sentences/sentence-habits.ts'
import { setBreaks } from './sentences/set-breaks.ts'

/** Sentences, block by block: a sentence never crosses a block, so that a subhead is never glued to what follows. */
export const sentences = defineAnalyzer({
  assigns: 'sentences',
  requires: [],
  version: layerVersions.sentences,
  run: (doc) => splitDocument(doc),
})

function splitDocument(doc: Document): Sentence[] {
  const found: Sentence[] = []
  doc.blocks.forEach((block, number) => {
    const text = doc.text.slice(block.start, block.end)
    for (const { start, end } of splitSentences(text, doc.language))
      found.push({
        span: { start: block.start + start, end: block.start + end },
        block: number,
        index: found.length,
      })
  })
  return found
}

/**
 * Cuts one block of text into sentences, each without the white space around it. Quote-aware: a closing mark belongs
 * to the sentence it ends, and `'…?' he asked` is one sentence. `language` (BCP 47) chooses the abbreviations; scripts
 * without small letters or spaces have their own marks, and Thai, which has none, stays whole. Linear in the text.
 */
export function splitSentences(text: string, language = 'en'): Span[] {
  const habits = sentenceHabits(language)
  const breaks = setBreaks(text)
  const found: Span[] = []
  let start = 0
  let at = 0
  let nextBreak = 0
  const lists = linkListsIn(text)
  let nextList = 0
  while (at < text.length) {
    const list = lists[nextList]
    if (list && list.start <= at) {
      nextList++
      at = Math.max(at, list.end)
      continue
    }
    const set = breaks[nextBreak]
    if (set && set.at <= at) {
      nextBreak++
      if (set.at < at) continue
      pushTrimmed(text, start, set.at, found)
      start = set.at
      at = set.resume
    } else if (isStop(text.charCodeAt(at), habits)) {
      const stop = stopAt(text, at, start, habits)
      if (stop.isEnd) {
        pushTrimmed(text, start, stop.after, found)
        start = stop.after
        while (isSpace(text[start])) start++
      }
      at = stop.after
    } else at++
  }
  pushTrimmed(text, start, text.length, found)
  return found
}

function pushTrimmed(text: string, from: number, to: number, found: Span[]): void {
  let start = from
  let end = to
  while (start < end && isSpace(text[start])) start++
  while (end > start && isSpace(text[end - 1])) end--
  if (end > start) found.push({ start, end })
}

function isSpace(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char)
}
