import { parseReason } from '../../../core/reading/incomplete-reason.ts'
import { type Html, html } from '../../layout/html.ts'
import { foreign } from '../../layout/language.ts'
import type { Reader } from '../../reader.ts'

/** Reasons hold others: that a feed has only a summary, and why the page was not read. */
const deepest = 3

/** Why a text is not whole, in the reader's language; what the page says itself, and what we have no words for, as it is. */
export function whyIncomplete(reason: string, reader: Reader, depth = 0): Html {
  const read = parseReason(reason)
  if (read.kind === 'text' || depth >= deepest) return foreign(reason)
  const parts = reader.words.incomplete[read.name].split('{}')
  return html`${parts.map((part, at) => {
    if (at === 0) return html`${part}`
    const value = saidValue(read.values[at - 1] ?? '', reader, depth)
    return html`${value}${at === 1 && parts[0] === '' && stopFor(value)}${part}`
  })}`
}

/** What opens a sentence is one itself. */
function stopFor(value: Html): string {
  return /[.!?؟](?:<\/bdi>)?$/.test(`${value}`) ? '' : '.'
}

function saidValue(value: string, reader: Reader, depth: number): Html {
  if (/^\d{1,9}$/.test(value)) return html`${reader.words.number(Number(value))}`
  return whyIncomplete(value, reader, depth + 1)
}
