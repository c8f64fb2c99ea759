import { parseReason } from '../../../core/reading/incomplete-reason.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** Reasons nest: a feed has only a summary, and the page could not be read because …. */
const deepest = 3

/** Why a text is incomplete, in the reader's language; the page's own words, and unknown reasons, are shown as they are. */
export function whyIncomplete(reason: string, reader: Reader, depth = 0): Html {
  const read = parseReason(reason)
  if (read.kind === 'text' || depth >= deepest) return foreign(reason)
  const parts = reader.words.incomplete[read.name].split('{}')
  return html`${parts.map((part, at) => {
    if (at === 0) return html`${part}`
    const value = shownValue(read.values[at - 1] ?? '', reader, depth)
    return html`${value}${at === 1 && parts[0] === '' && stopFor(value)}${part}`
  })}`
}

/** A value that begins a sentence may end with a period already. */
function stopFor(value: Html): string {
  return /[.!?؟](?:<\/bdi>)?$/.test(`${value}`) ? '' : '.'
}

function shownValue(value: string, reader: Reader, depth: number): Html {
  if (/^\d{1,9}$/.test(value)) return html`${reader.words.number(Number(value))}`
  return whyIncomplete(value, reader, depth + 1)
}
