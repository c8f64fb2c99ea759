import type { EntityKind, Mention } from '../../core/annotation.ts'
import { nth } from '../../core/nth.ts'
import type { ParsedDocument, ParsedSentence, Token } from '../grammar/parse.ts'
import { ORGANIZATION_WORD, organizationNamed } from './organizations.ts'
import { entityId, isNameSuffix } from './people.ts'
import { placeNamed } from './places.ts'

/** Longest name in words that is looked up. */
const LONGEST = 6
/** `International Union for Conservation of Nature and Natural Resources`. */
const LONGEST_BODY = 10
/** Words in capitals that name no body. */
const NO_BODY =
  /^(?:AI|CEO|CFO|COO|MP|MPs|PM|GDP|DNA|RNA|TV|PR|HR|IT|ID|IQ|OK|AM|PM|GMT|BST|UTC|EST|USD|GBP|EUR|VAT|HIV|AIDS|COVID|FAQ|PDF|URL|DVD|CD|SUV|NGO|NGOs|LGBT|LGBTQ|DIY|VIP|RIP|MRI|CCTV|GCSE|GCSEs|PHD|MBA|BREAKING|UPDATE|NEW|LIVE|WATCH|READ|MORE|NO|YES|NOT|AND|THE|FOR)$/

/** Places and organizations by list, by the last word of their name, or in capitals. `people` are left alone. */
export function namedBodies(doc: ParsedDocument, people: readonly Mention[]): Mention[] {
  const taken = [...people].sort((a, b) => a.span.start - b.span.start)
  const cursor = { at: 0 }
  return doc.sentences.flatMap((sentence) => bodiesIn(doc.text, sentence, taken, cursor))
}

function bodiesIn(
  text: string,
  sentence: ParsedSentence,
  taken: readonly Mention[],
  cursor: { at: number },
): Mention[] {
  const found: Mention[] = []
  const { tokens } = sentence
  for (let at = 0; at < tokens.length; at++) {
    const token = nth(tokens, at)
    if (!/^[\p{Lu}]|^al-/u.test(token.text)) continue
    while (cursor.at < taken.length && nth(taken, cursor.at).span.end <= token.start) cursor.at++
    const person = taken[cursor.at]
    const limit = person && person.span.start > token.start ? person.span.start : Number.POSITIVE_INFINITY
    if (person && person.span.start <= token.start) continue
    const listed = longestListed(text, tokens, at, limit)
    const named = bySuffix(text, tokens, at, limit, listed !== undefined)
    const longer = named && (!listed || named.last > listed.last) ? named : listed
    const body = longer ?? byCapitals(token, tokens, at)
    if (!body) continue
    found.push({
      span: { start: token.start, end: nth(tokens, body.last).end },
      kind: body.kind,
      form: 'name',
      entity: { id: entityId(body.kind, body.name), kind: body.kind, name: body.name },
    })
    at = body.last
  }
  return found
}

type Body = { readonly kind: EntityKind; readonly name: string; readonly last: number }

function longestListed(text: string, tokens: readonly Token[], at: number, limit: number): Body | undefined {
  const start = nth(tokens, at).start
  for (let last = Math.min(at + LONGEST - 1, tokens.length - 1); last >= at; last--) {
    const end = nth(tokens, last).end
    if (end > limit || end - start > 50) continue
    const name = text.slice(start, end)
    const organization = organizationNamed(name)
    if (organization) return { kind: 'organization', name: organization, last }
    const place = placeNamed(name)
    if (place) return { kind: 'place', name: place, last }
  }
  return undefined
}

/** `Ministry of Health`, `Leeds City Council`: capitals that end, or begin, with a word for a body. */
function bySuffix(
  text: string,
  tokens: readonly Token[],
  at: number,
  limit: number,
  isKnown: boolean,
): Body | undefined {
  let last = at
  while (last - at < LONGEST_BODY && last + 1 < tokens.length && extendsName(tokens, last + 1, limit)) last++
  while (last > at && !/^\p{Lu}/u.test(nth(tokens, last).text)) last--
  const first = nth(tokens, at)
  const end = nth(tokens, last)
  if (last === at || (at === 0 && !isKnown && first.pos !== 'PROPN' && first.pos !== 'NOUN' && first.pos !== 'ADJ'))
    return undefined
  const opensBody = /^(?:Ministry|Department|University|Institute|Bank|House|Court|Association|Office|Council)$/.test(
    first.text,
  )
  if (!ORGANIZATION_WORD.test(end.text) && !opensBody) return undefined
  return { kind: 'organization', name: text.slice(first.start, end.end), last }
}

function extendsName(tokens: readonly Token[], at: number, limit: number): boolean {
  const token = nth(tokens, at)
  if (token.end > limit || token.pos === 'MARK') return false
  if (/^\p{Lu}/u.test(token.text)) return true
  return /^(?:of|for|and|&)$/.test(token.lower) && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')
}

/** `CDC`, `RMT`: three to six capitals, unless the words around are all in capitals too. */
function byCapitals(token: Token, tokens: readonly Token[], at: number): Body | undefined {
  if (!/^\p{Lu}{3,6}$/u.test(token.text) || NO_BODY.test(token.text) || isNameSuffix(token.text)) return undefined
  const isShouted = [tokens[at - 1], tokens[at + 1]].some((near) => near && /^\p{Lu}{2,}$/u.test(near.text))
  return isShouted || token.isQuoted ? undefined : { kind: 'organization', name: token.text, last: at }
}
