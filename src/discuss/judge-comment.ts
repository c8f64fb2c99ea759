import type { HoldReason } from '../core/comment.ts'

/** Ordinary number of links; a new reader may use only `linksOfNewReader`. */
const ordinaryLinks = 4
const linksOfNewReader = 1
/** A reader is new until this many comments are shown, and while the account is this young. */
const trustedAfter = 3
const newAccountMs = 3 * 24 * 3_600_000
/** Share of equal three-word runs from which two comments are nearly the same. */
const nearlySame = 0.8

export type Writer = {
  /** Number of their comments that are shown. */
  readonly shownCount: number
  readonly accountAgeMs: number
  /** Their latest comments, without the one being judged. */
  readonly recent: readonly string[]
  /** True for moderators and the owner, whom no rule holds back. */
  readonly isTrusted: boolean
}

type CommentToJudge = { readonly words: string; readonly links: readonly string[] }

// Shapes that advertisements have and talk about news does not.
const spamShapes: readonly RegExp[] = [
  /\b(?:buy|order|cheap|discount)\b.{0,40}\b(?:online|now|pills?|viagra|cialis|followers|essays?|replicas?)\b/i,
  /\b(?:casino|jackpot|betting)\b.{0,60}\b(?:bonus|free|sign ?up|deposit)\b/i,
  /\b(?:earn|make|made)\b.{0,30}(?:[$€£]\s?\d|\d\s?(?:dollars|euros|usd|btc)).{0,60}\b(?:week|day|hour|month|home|online)\b/i,
  /\b(?:whats ?app|telegram|signal)\b.{0,30}\+?\d[\d ().-]{7,}/i,
  /\b(?:recover|retrieve)\b.{0,40}\b(?:stolen|lost)\b.{0,30}\b(?:bitcoin|crypto|funds|wallet)\b/i,
  /\b(?:guaranteed|instant)\b.{0,30}\b(?:loan|profit|returns?|approval)\b/i,
  /\b(?:click|check out|visit|subscribe|sub)\b.{0,20}\b(?:here|my (?:channel|site|website|page|profile|video))\b/i,
  /\b(?:spell caster|love spell|herbal (?:cure|remedy)|weight loss pills?)\b/i,
  /(.)\1{14,}/u,
]

/** Why a comment should wait for a moderator; empty when it can be shown at once. */
export function judgeComment({ words, links }: CommentToJudge, writer: Writer): readonly HoldReason[] {
  if (writer.isTrusted) return []
  const isNew = writer.shownCount < trustedAfter || writer.accountAgeMs < newAccountMs
  const reasons: readonly (readonly [HoldReason, boolean])[] = [
    ['first-comment', writer.shownCount === 0],
    ['many-links', links.length > ordinaryLinks],
    ['links-of-new-reader', isNew && links.length > linksOfNewReader],
    ['repeat', writer.recent.some((other) => similarity(words, other) >= nearlySame)],
    ['shouting', isShouting(words)],
    ['spam-shape', spamShapes.some((shape) => shape.test(words))],
  ]
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason)
}

/** Similarity of two texts, 0 to 1: the share of three-word runs in both. Shorter texts must be equal. */
export function similarity(one: string, other: string): number {
  const [a, b] = [runsOf(one), runsOf(other)]
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const run of a) if (b.has(run)) shared++
  return shared / Math.max(a.size, b.size)
}

function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 3) return new Set(words.length === 0 ? [] : [words.join(' ')])
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`))
}

/** True for a text of some length that is mostly capitals, in scripts that have them. */
function isShouting(words: string): boolean {
  const upper = words.match(/\p{Lu}/gu)?.length ?? 0
  const lower = words.match(/\p{Ll}/gu)?.length ?? 0
  return upper >= 20 && upper > 3 * lower
}
