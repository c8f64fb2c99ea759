import type { Removal } from '../core/article.ts'
import type { PageHints } from './blocks/block-hints.ts'
import type { LooseBlock } from './blocks/join-blocks.ts'
import { certainStep, type KeptBlocks, keepBlocks, keepWithoutMain } from './blocks/keep-blocks.ts'
import { blocksOf, type PageBlock, wordsIn } from './blocks/page-blocks.ts'
import type { ExtractInput } from './extract-input.ts'
import { type JsonLdNode, textIn } from './facts/json-ld.ts'
import { metaOf, type PageFacts } from './facts/page-facts.ts'
import { checkLead } from './lead.ts'
import { findMainText, type MainText, mainOf } from './main-text.ts'
import { type PageTree, parsePage } from './markup/page-tree.ts'
import { excerpt, visibleText } from './markup/visible-text.ts'
import { hostLabel } from './markup/web-address.ts'
import { type Opening, withOpening } from './opening.ts'
import { type applyRule, blocksByRule } from './rules/apply-rule.ts'
import { furnitureStep } from './surplus/boilerplate.ts'
import { type WithoutFurniture, withoutFurniture } from './surplus/furniture.ts'
import { withoutForeign } from './surplus/without-foreign.ts'
import { surplusStep, withoutSurplus } from './surplus/without-surplus.ts'
import { countWords, keyOf } from './words.ts'

/** Phrases with which sites ask for money, a subscription or consent. One alone proves nothing. */
const cues: readonly RegExp[] = [
  /\bsupport (?:us\b|our|the|this|independent|quality|local|public|free) ?(?:[\w'’-]+ ){0,4}(?:journalism|reporting|work|newsroom|mission|site|us)\b|\bsupport from (?:our )?(?:readers|people like you)/i,
  /\b(?:mak(?:e|ing)|with) an? (?:[\w-]+ ){0,3}(?:donation|contribution|gift)\b|\bdonat(?:e|ing)\b|\byour (?:donation|contribution|gift|support)\b|\bchip in\b/i,
  /\bfrom as little as\b|\bfor as little as\b|\b(?:monthly|one-time|tax-deductible) (?:donation|contribution|gift)\b|\bas little as [£$€]/i,
  /\bbecome an? (?:[\w-]+ )?(?:member|subscriber|supporter|patron)\b|\bsubscribe (?:now|today|to)\b|\b(?:reader|listener|member|viewer)s?[- ](?:funded|supported)\b/i,
  /\bno paywalls?\b|\bunlike (?:many|most|other)\b|\bfree (?:for|to) (?:everyone|all|read)\b|\bfunded by (?:our )?readers\b/i,
  /\bcookies?\b/i,
  /\b(?:our|\d+|third[- ]party) (?:trusted |advertising )?(?:partners|vendors)\b|\blegitimate interests?\b/i,
  /\b(?:store|access|process)\b.{0,60}\b(?:information on (?:a|your) device|personal data|your data)\b|\bpersonali[sz]ed (?:ads|advertising|content)\b/i,
  /\bprivacy (?:policy|notice|settings|choices)\b|\b(?:accept|reject|agree to) all\b|\bmanage (?:your )?(?:cookies|preferences|consent|settings|choices)\b|\b(?:your|withdraw|give) consent\b/i,
  /\bfaire un don\b|\bsoute(?:nez|nir) (?:notre|nos|un|une|l)|\bvotre (?:don|soutien)\b|\bfaites un don\b|\bdéductible/i,
  /\bnos partenaires\b|\bconsentement\b|\bdonnées personnelles\b|\babonnez-vous\b|\bpolitique de confidentialité\b/i,
  /\bspende[nt]?\b|\bunterstützen sie (?:uns|unser)|\beinwilligung\b|\bunsere partner\b|\bdatenschutz/i,
  /\bdon(?:a|ación|ativo)\b|\bapoya (?:nuestro|a )|\bnuestros socios\b|\bconsentimiento\b|\bpolítica de privacidad\b/i,
  /تبرع|ادعم(?:وا|نا)?(?= )|دعمكم|مساهمتك/u,
  /ملفات تعريف الارتباط|موافقتك|سياسة الخصوصية|شركائنا|بياناتك الشخصية/u,
]

/** An article about donations or cookies has such phrases too, but most of its words are about something else. */
const appealShare = 0.6

/** True for a block that asks the reader for money or consent: two phrases, or one in a line. */
function isAppeal({ text, wordCount }: Pick<PageBlock, 'text' | 'wordCount'>): boolean {
  if (wordCount > 250) return false
  const needed = wordCount <= 30 ? 1 : 2
  let found = 0
  for (const cue of cues) if (cue.test(text) && ++found >= needed) return true
  return false
}

/** True when the presumed article only asks for money or consent. */
export function isAppealBody(blocks: readonly Pick<PageBlock, 'text' | 'wordCount'>[]): boolean {
  let words = 0
  let asking = 0
  for (const block of blocks) {
    words += block.wordCount
    if (isAppeal(block)) asking += block.wordCount
  }
  return asking > words * appealShare
}

function withoutAppeals(blocks: readonly PageBlock[]): PageBlock[] {
  return blocks.filter((block) => !isAppeal(block))
}

const longestHeading = 20
const shortestProse = 12
const otherSubject =
  /^(?:advert|sponsor|about (?:the )?(?:author|us)|references?$|sources?$|article sources|footnotes?$|notes?$|share|comments?$|related|trending|more |newsletter|subscribe)/i

/**
 * Puts back the subheads directly before a paragraph of the text and after another: finding the main text skips headings in their own
 * container.
 */
export function withHeadings(kept: readonly PageBlock[], blocks: readonly PageBlock[]): readonly PageBlock[] {
  const here = new Set(kept)
  const first = kept[0]
  const start = first === undefined ? blocks.length : blocks.indexOf(first)
  const keys = new Set(kept.map(({ key }) => key))
  const wanted = new Set(
    blocks.filter(
      (block, at) =>
        at > start && !here.has(block) && !keys.has(block.key) && isSubhead(block) && isProse(blocks[at + 1], here),
    ),
  )
  return wanted.size === 0 ? kept : blocks.filter((block) => here.has(block) || wanted.has(block))
}

/** Puts back a sentence that is directly in the element of the text, after one of its paragraphs: an outlet forgot to make it one. */
export function withLooseText(kept: readonly PageBlock[], blocks: readonly PageBlock[]): readonly PageBlock[] {
  const here = new Set(kept)
  const home = mostCommon(kept.filter(({ wordCount }) => wordCount >= shortestProse).map(({ container }) => container))
  const wanted = new Set<PageBlock>()
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1]
    const isLoose = block.place.element === home && !here.has(block) && block.wordCount >= shortestProse
    if (!isLoose || block.kind !== 'paragraph' || before === undefined || !here.has(before)) continue
    if (block.linkShare >= 0.3 || !/[.!?。]["”’»)\]]*$/.test(block.text)) continue
    if (certainStep(block) ?? furnitureStep(block.text, block.wordCount) ?? surplusStep(block)) continue
    wanted.add(block)
  }
  return wanted.size === 0 ? kept : blocks.filter((block) => here.has(block) || wanted.has(block))
}

function mostCommon<T>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].reduce<readonly [T, number] | undefined>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    undefined,
  )?.[0]
}

function isProse(block: PageBlock | undefined, here: ReadonlySet<PageBlock>): boolean {
  return block !== undefined && here.has(block) && block.wordCount >= shortestProse && block.linkShare < 0.5
}

function isSubhead(block: PageBlock): boolean {
  const { kind, place, wordCount, linkShare, text } = block
  if (kind !== 'heading' || !/^h[2-4]$/.test(place.element.tag) || wordCount > longestHeading || linkShare >= 0.3)
    return false
  if (certainStep(block) !== undefined || place.isInAside) return false
  return furnitureStep(text, wordCount) === undefined && surplusStep(block) === undefined && !otherSubject.test(text)
}

const maxBylines = 5

/** Collects what a page says about its article beside the text. */
function readHints(page: {
  readonly node: JsonLdNode | undefined
  readonly facts: PageFacts
  readonly siteName: string | undefined
  readonly url: string
  readonly titleKeys: ReadonlySet<string>
  readonly description: string | undefined
  readonly bodyText: string
}): PageHints {
  const { node, facts, siteName, url, titleKeys, description = '', bodyText } = page
  const named = [
    textIn(node?.fields.author),
    metaOf(facts, 'author', 'article:author', 'byl', 'dc.creator', 'parsely-author'),
    ...facts.bylines.slice(0, maxBylines),
  ]
  const authors = named.filter((name) => name !== undefined && name.length < 80 && !/^https?:/.test(name))
  return {
    titleKeys,
    description,
    bodyText,
    authors: authors as readonly string[],
    siteNames: [siteName ?? '', hostLabel(url)],
  }
}

/** Readability takes longer the more elements there are; a larger page is read by its structure. */
const maxReadableElements = 25_000
/** It also takes longer the more text is nested in elements. */
const maxReadableWeight = 60_000_000
/** A shorter description, in code units, could match any line. */
const shortDescription = 20

/** A parsed page, what it says about its article, and what else is known. */
type TextInput = Omit<ExtractInput, 'html' | 'rule' | 'morePages' | 'fetchedAt'> & {
  readonly page: PageTree
  readonly blocks: readonly PageBlock[]
  readonly node: JsonLdNode | undefined
  readonly facts: PageFacts
  readonly siteName: string | undefined
  readonly title: string
  readonly keys: ReadonlySet<string>
  /** The page's descriptions, most reliable first. */
  readonly descriptions: readonly string[]
  readonly ruled: ReturnType<typeof applyRule> | undefined
}

/** The steps from a page to the article's text, so that the record can say which did what. */
type TextSteps = {
  /** Chosen by a rule of the site, by the model, or by structure alone. */
  readonly chosen: KeptBlocks
  /** A rule of the site chose them; false when the rule no longer fits the page. */
  readonly isRuled: boolean
  /** Without blocks that also appear on other pages of the site. */
  readonly own: WithoutFurniture
  /** The line below the headline, where it isn't part of the text. */
  readonly standfirst: string | undefined
  /** With the opening and subheads put back. */
  readonly lead: ReturnType<typeof checkLead>
  /** The same, or the structured data's text where the page yields almost nothing. */
  readonly loose: readonly LooseBlock[]
  readonly removals: readonly Removal[]
}

/** Chooses the blocks of the article and checks whether its opening is among them. */
export function findText(input: TextInput): TextSteps {
  const { page, blocks, node, facts, siteName, url, title, keys, descriptions, feed = {}, layout, ruled } = input
  const { choose = keepBlocks } = input
  const bodyText = readArticleBody(node)
  const hints = readHints({
    ...{ node, facts, siteName, url, titleKeys: keys, bodyText },
    description: descriptions[0] ?? feed.summaryText,
  })
  const summaryKeys = [...descriptions.filter((text) => text.length > shortDescription), feed.summaryText ?? ''].map(
    keyOf,
  )
  const byRule = ruled && blocksByRule(blocks, ruled.kept, keys)
  const chosen =
    byRule ??
    withoutSurplus(
      withoutForeign(
        chooseBlocks(page, blocks, facts.titleTag || title, (among, main) => choose(among, main, hints), keys),
        { blocks, titleKeys: keys, url, teasers: layout?.teasers, ownKeys: summaryKeys },
      ),
      title,
      hints.authors,
    )
  const own = withoutFurniture(chosen, byRule ? undefined : layout)
  const feedText = feed.contentHtml === undefined ? '' : markupText(feed.contentHtml)
  const opening: Opening = byRule
    ? { kept: own.kept }
    : withOpening({ kept: own.kept, blocks, titleKeys: keys, descriptions: summaryKeys })
  const lead = checkLead(opening.kept, blocks, [feedText, bodyText, feed.summaryText ?? ''])
  const whole = byRule ? lead : { ...lead, kept: withHeadings(withLooseText(lead.kept, blocks), blocks) }
  return {
    ...{ chosen, own, lead: whole, isRuled: byRule !== undefined },
    standfirst: opening.standfirst?.text,
    loose: orStructuredText(whole.kept, bodyText),
    removals: withoutPutBack(own, whole.kept),
  }
}

/** Blocks that were put back no longer count as removed. */
export function withoutPutBack({ kept, removals }: WithoutFurniture, lead: readonly PageBlock[]): readonly Removal[] {
  const before = new Set(kept)
  const back = new Set(lead.filter((block) => !before.has(block)).map((block) => excerpt(block.text)))
  return back.size === 0 ? removals : removals.filter(({ text }) => !back.has(text))
}

function chooseBlocks(
  { root, elementCount, textWeight }: PageTree,
  blocks: readonly PageBlock[],
  titleTag: string,
  choose: (among: readonly PageBlock[], main: MainText) => KeptBlocks,
  keys: ReadonlySet<string>,
): KeptBlocks {
  const isReadable = elementCount <= maxReadableElements && textWeight <= maxReadableWeight
  const main = isReadable ? findMainText(root, titleTag) : undefined
  const chosen = main === undefined ? undefined : choose(blocks, main)
  if (chosen !== undefined && main !== undefined) {
    const words = wordsIn(chosen.kept)
    if ((words >= 25 || words >= main.wordCount / 4) && !isAppealBody(chosen.kept)) return chosen
  }
  const prose = withoutAppeals(blocks)
  const plain = keepWithoutMain(prose, keys)
  // The prose replaces the main text, so that the lines between it become candidates too.
  const around = isReadable && plain.kept.length > 0 ? choose(prose, mainOf(plain.kept)) : undefined
  if (around !== undefined && wordsIn(around.kept) >= wordsIn(plain.kept) * 0.8 && !isAppealBody(around.kept))
    return around
  return plain.kept.length > 0 || chosen === undefined || isAppealBody(chosen.kept) ? plain : chosen
}

/** The structured data's text is often cut: it is used only where the page yields almost nothing. */
function orStructuredText(kept: readonly PageBlock[], bodyText: string): readonly LooseBlock[] {
  const words = wordsIn(kept)
  const bodyWords = countWords(bodyText)
  if (words >= 60 || bodyWords < 60 || bodyWords < words * 2) return kept
  return bodyText.split('\n').map((text) => ({ kind: 'paragraph', text }))
}

/** `articleBody` of the structured data as lines; some sites put markup into it. */
function readArticleBody(node: JsonLdNode | undefined): string {
  const body = node?.fields.articleBody
  if (typeof body !== 'string') return ''
  if (/<\/?[a-z][^<>]*>|&#?\w{1,30};/i.test(body)) return markupText(body.replace(/\n+/g, '<p>'))
  const lines = body.split(/\n+/).map(visibleText)
  return lines.filter((line) => line !== '').join('\n')
}

function markupText(html: string): string {
  return blocksOf(parsePage(html).root)
    .filter((block) => !block.place.isInCaption)
    .map((block) => block.text)
    .join('\n')
}
