import { nth } from '../../../core/nth.ts'
import type { Span } from '../../../core/span.ts'
import { isAddressee } from '../../grammar/noun-phrases.ts'
import type { ParsedSentence } from '../../grammar/parse.ts'
import { outletNamed } from '../../names/organizations.ts'

const NAME = String.raw`(?:[\p{Lu}\d][\p{L}\d&’'.-]*\s+)`
/** Names that only papers bear, after `the`: `the Falls Courier`. */
const PAPER = new RegExp(
  String.raw`^[Tt]he\s+${NAME}{1,4}(?:Times|Post|Gazette|Herald|Tribune|Courier|Echo|Chronicle|Mail|Telegraph|Observer|Guardian|Journal|Dispatch|Star|Sun|Mirror|Standard|Argus|Press|Review|Examiner|Bulletin|Advertiser|Record|Register|Inquirer|Sentinel|Weekly|Magazine)$`,
  'u',
)
const STATION = new RegExp(
  String.raw`^(?:[Tt]he\s+)?(?:${NAME}{1,4}(?:News|Radio|Television|TV|FM|Newspaper)|(?:Radio|Channel|Television|TV)\s+[\p{Lu}\d][\p{L}\d-]*|[WK][A-Z]{3}(?:-(?:TV|FM|AM))?|[\p{Lu}]{2,5}-(?:TV|FM))$`,
  'u',
)

/** Whether a name is built as names of papers and stations are: `the Falls Courier`, `Radio Marl`, `WQAX-TV`. */
function isOutletShaped(name: string): boolean {
  return STATION.test(name) || PAPER.test(name)
}

const PLATFORM =
  '(Truth Social|Twitter|X|Facebook|Instagram|Telegram|TikTok|YouTube|LinkedIn|Threads|Bluesky|Reddit|Weibo|WhatsApp|social media)'
/** `Posting on his Truth Social platform`, `wrote on X`, `in a message on Telegram`. */
const POSTED = new RegExp(
  String.raw`\b(?:[Pp]ost\w*|[Ww]rit\w*|[Rr]espond\w*|[Rr]epl\w*|[Tt]weet\w*|[Ss]peak\w*|[Ss]ay\w*|[Aa]dd\w*|[Aa]nnounc\w*|[Ss]har\w*|wrote|said|spoke|statement|messages?|comments?|video|letter)\s+(?:(?:later|also|earlier|publicly)\s+)?(?:\w+\s+){0,2}?(?:on|to|via)\s+(?:(?:his|her|their|its|the)\s+)?(?:own\s+)?(?:social media (?:platform|site|network|app)\s+)?${PLATFORM}(?![\w-])`,
  'd',
)
const OUTLET = String.raw`((?:[Tt]he\s+)?[A-Z][\w&'’-]*(?:\s+(?:\d|[A-Z])[\w&'’-]*)*)`
/** `in an interview with Fox News`, `in comments to the BBC`. */
const INTERVIEWED = new RegExp(
  String.raw`\b(?:in|during)\s+(?:an?|the|his|her)?\s*(?:\w+\s+){0,2}?(?:interview|comments?|remarks?|appearance|broadcast|address|statement|email|conversation|call)\s*(?:with|to|on|for)\s+${OUTLET}`,
  'd',
)
/** `Asked by Sky News whether`. */
const ASKED = new RegExp(String.raw`\b(?:[Aa]sked|[Ii]nterviewed|[Qq]uizzed)\s+(?:by|on)\s+${OUTLET}`, 'd')
/** `in a broadcast on Marl One`: whatever it is called. */
const BROADCAST = new RegExp(
  String.raw`\b(?:broadcast|aired|televised)\s+on\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)${OUTLET}`,
  'd',
)
/** `Speaking to Sky News`, `said on CNN`. */
const SPOKE = new RegExp(
  String.raw`\b(?:[Ss]peaking|[Tt]alking|spoke|said)\s+(?:\w+\s+)?(?:to|on|with)\s+${OUTLET}`,
  'd',
)
const STATEMENT =
  /\b(?:[Ii]n|[Ww]ith|[Bb]y) an? (?:[\w-]+ ){0,2}?(statement|press release|news release|letter|e-?mail|interview|blog post|livestream|video message|podcast)\b/d
const PRESS_CONFERENCE = /\b(news conference|press conference|press briefing)\b/d

/**
 * On what it was said: a platform, an outlet, a statement. The words outside quotations only; the outlet that is
 * the object of the verb (`told the BBC`) when `cue` is its place.
 */
export function channelOf(text: string, sentence: ParsedSentence, cue: number | undefined): Span | undefined {
  const outside = hideQuoted(text, sentence)
  const at = (match: RegExpExecArray | null): Span | undefined => {
    const bounds = match?.indices?.[1]
    return bounds && { start: sentence.start + bounds[0], end: sentence.start + bounds[1] }
  }
  const platform = at(POSTED.exec(outside))
  if (platform) return platform
  const hearer = cue === undefined ? undefined : outletAddressed(text, sentence, cue)
  if (hearer) return hearer
  for (const pattern of [INTERVIEWED, SPOKE, ASKED]) {
    const match = pattern.exec(outside)
    const found = at(match)
    const outlet = found && trimOutlet(text, found)
    if (outlet) return outlet
  }
  return at(BROADCAST.exec(outside)) ?? at(STATEMENT.exec(outside)) ?? at(PRESS_CONFERENCE.exec(outside))
}

/** The sentence with the words inside quotations blanked, so that offsets stay. */
function hideQuoted(text: string, sentence: ParsedSentence): string {
  const units = text.slice(sentence.start, sentence.end).split('')
  for (const token of sentence.tokens)
    if (token.isQuoted) for (let i = token.start; i < token.end; i++) units[i - sentence.start] = '_'
  return units.join('')
}

function outletAddressed(text: string, sentence: ParsedSentence, cue: number): Span | undefined {
  const { tokens } = sentence
  if (!/^(?:told|tells?|telling|assured|informed|reminded)$/.test(nth(tokens, cue).lower)) return undefined
  let last = cue
  while (last + 1 < tokens.length && isAddressee(nth(tokens, last + 1))) last++
  if (last === cue) return undefined
  return trimOutlet(text, { start: nth(tokens, cue + 1).start, end: nth(tokens, last).end })
}

/** The longest beginning of a span that is an outlet by name or shape: `Fox News Monday` is `Fox News`. */
function trimOutlet(text: string, found: Span): Span | undefined {
  const words = [...text.slice(found.start, found.end).matchAll(/\S+/g)]
  for (let count = words.length; count > 0; count--) {
    const last = nth(words, count - 1)
    const end = found.start + last.index + last[0].length
    const name = text.slice(found.start, end).replace(/[’']s?$/, '')
    const bare = name.replace(/^(?:the|The)\s+/, '')
    if (outletNamed(name) || outletNamed(bare) || isOutletShaped(name))
      return { start: found.start, end: found.start + name.length }
  }
  return undefined
}
