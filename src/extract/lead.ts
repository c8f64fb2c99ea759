import { formatReason } from '../core/reading/incomplete-reason.ts'
import type { PageBlock } from './blocks/page-blocks.ts'
import { appearsIn, firstSentence } from './completeness.ts'
import { excerpt } from './markup/visible-text.ts'
import { wordsOf } from './words.ts'

/** The text after checking its opening, and what is wrong with it if that could not be repaired. */
type CheckedLead = { readonly kept: readonly PageBlock[]; readonly problem?: string }

/**
 * Compares the text with another version of the same article (the feed's text, the structured data) that begins with the lead. A lead found
 * on the page is put back into the text; one that isn't is reported, but only when later sentences of the other version are in our text: a
 * summary in other words proves nothing.
 */
export function checkLead(
  kept: readonly PageBlock[],
  blocks: readonly PageBlock[],
  tellings: readonly string[],
): CheckedLead {
  let current = kept
  for (const telling of tellings) {
    const lead = firstSentence(telling)
    if (lead === undefined || areLabels(lead)) continue
    if (appearsIn(lead, keyOfAll(current))) continue
    const found = blocks.find((block) => isProse(block) && appearsIn(lead, ` ${block.key} `))
    if (found !== undefined && isStandfirst(found)) continue
    if (found !== undefined) current = withOpening(current, blocks, found)
    else if (continuesInText(telling, lead, keyOfAll(current)))
      return { kept: current, problem: formatReason('no-opening', excerpt(lead, 160)) }
  }
  const [opening = '', ...others] = current.filter(({ kind }) => kind !== 'heading').map(({ text }) => text)
  // Some outlets begin all paragraphs with small letters.
  const isStyle = others.filter(beginsSmall).length >= Math.max(1, others.length / 2)
  if (beginsSmall(opening) && !isStyle && wordsOf(opening).length >= 8)
    return { kept: current, problem: formatReason('mid-sentence') }
  return { kept: current }
}

function beginsSmall(text: string): boolean {
  return /^\p{Ll}{2,}\s+\p{Ll}/u.test(text)
}

/** True for the parts of a box run together without spaces, which are no sentence: `Best OverallBox of the MonthPros:Whole`. */
function areLabels(lead: string): boolean {
  return (lead.match(/\p{Ll}{3}\p{Lu}\p{Ll}/gu)?.length ?? 0) >= 2
}

function keyOfAll(blocks: readonly PageBlock[]): string {
  return ` ${blocks.map((block) => block.key).join(' ')} `
}

function isProse(block: PageBlock): boolean {
  const { place } = block
  const isOutside = place.isInNav || place.isInFooter || place.isInAside || place.isInCaption || place.isInFigure
  return !isOutside && block.linkShare < 0.5 && block.wordCount >= 7
}

const standfirstToken =
  /(?:^|[\s_-])(?:standfirst|sub-?title|sub-?head(?:line|ing)?|dek|deck|summary|excerpt|description|abstract|chapo|bajada|teaser|tagline)(?:$|[\s_-])/i

/** The line below a headline repeats the article; it is the description, not its first paragraph. */
function isStandfirst(block: PageBlock): boolean {
  if (block.kind === 'heading' || block.place.isInHeader) return true
  let element: typeof block.container | undefined = block.place.element
  for (let level = 0; element !== undefined && level < 3; level++, element = element.parent)
    if (standfirstToken.test(`${element.attributes.class ?? ''} ${element.attributes.itemprop ?? ''}`)) return true
  return false
}

/** Puts the found block back in page order, with the paragraphs of its container up to the known text. */
function withOpening(kept: readonly PageBlock[], blocks: readonly PageBlock[], found: PageBlock): readonly PageBlock[] {
  const start = blocks.indexOf(found)
  const first = kept[0] === undefined ? -1 : blocks.indexOf(kept[0])
  const isOpening = (block: PageBlock, index: number): boolean =>
    block === found ||
    (index > start && index < first && block.container === found.container && isProse(block) && block.wordCount >= 12)
  const wanted = new Set([...kept, ...blocks.filter(isOpening)])
  return blocks.filter((block) => wanted.has(block))
}

/** True when later sentences of the other version are in the text, so that the first one should be too. */
function continuesInText(telling: string, lead: string, textKey: string): boolean {
  const rest = telling.slice(telling.indexOf(lead) + lead.length)
  const sentences = rest.split(/(?<=[.!?。؟…]["”’»)]*)\s+/).slice(0, 6)
  return sentences.some((sentence) => firstSentence(sentence) !== undefined && appearsIn(sentence, textKey))
}
