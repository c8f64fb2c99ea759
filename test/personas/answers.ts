import type { Answer, Asked } from './persona.ts'
import { newestAt } from './timetable.ts'
import { type DocumentOptions, documentText } from './write-document.ts'

/** A whole document with these header fields. */
export function whole(
  { posting, atMs }: Asked,
  headers: Readonly<Record<string, string>> = {},
  options: DocumentOptions = {},
): Answer {
  const body = Buffer.from(documentText(posting, atMs, options))
  return {
    status: 200,
    headers: { 'content-type': 'application/rss+xml; charset=utf-8', ...headers },
    body,
    isGood: true,
  }
}

/** A validator that changes with each new entry. */
export function mark({ posting, atMs }: Asked): string {
  return `${posting.feed}.${newestAt(posting, atMs)}`
}

/** 304 where the request names what is held now, the whole document otherwise. */
export function conditional(
  asked: Asked,
  validators: Readonly<Record<string, string>>,
  options: DocumentOptions & {
    readonly also?: Readonly<Record<string, string>>
    readonly in304?: Readonly<Record<string, string>>
  } = {},
): Answer {
  const { 'if-none-match': noneMatch, 'if-modified-since': since } = asked.headers
  const isHeld =
    validators.etag === undefined
      ? since !== undefined && since === validators['last-modified']
      : noneMatch === validators.etag
  if (isHeld) return { status: 304, headers: { ...(options.in304 ?? validators), ...options.also }, isGood: true }
  return whole(asked, { ...validators, ...options.also }, options)
}

/** Nothing but a status. */
export function only(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, isGood: false }
}
