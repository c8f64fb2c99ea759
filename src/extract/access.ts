import type { Access } from '../core/article.ts'
import { isRecord, type JsonLdNode, listOf } from './facts/json-ld.ts'
import { metaOf, type PageFacts } from './facts/page-facts.ts'

const tierMetas = [
  'article:content_tier',
  'og:article:content_tier',
  'content_tier',
  'content-tier',
  'contenttier',
] as const
const levelMetas = [
  'article:access',
  'access',
  'access-level',
  'accesslevel',
  'content_access',
  'article_access',
] as const
const wallMetas = [
  'paywall',
  'paywalled',
  'is_paywalled',
  'premium',
  'is_premium',
  'is-premium',
  'ispremium',
  'article:premium',
] as const

/**
 * How a page declares its access: the tier in its meta tags (Facebook's `article:content_tier`), `isAccessibleForFree` of its article or of
 * a part of it (https://schema.org/isAccessibleForFree), or another mark of a paywall. Returns undefined when it declares nothing; whether
 * the text is complete is another question.
 */
export function readAccess(page: {
  readonly node: JsonLdNode | undefined
  readonly facts: PageFacts
}): Access | undefined {
  const { node, facts } = page
  const tier = tierOf(metaOf(facts, ...tierMetas))
  if (tier !== undefined) return tier
  const fields = node?.fields ?? {}
  const whole = truthOf(fields.isAccessibleForFree)
  const parts = listOf(fields.hasPart).map((part) => (isRecord(part) ? truthOf(part.isAccessibleForFree) : undefined))
  if (whole === false || parts.includes(false)) return 'locked'
  const isWalled = wallMetas.some((name) => truthOf(metaOf(facts, name)) === true)
  const level = isWalled ? 'locked' : tierOf(metaOf(facts, ...levelMetas))
  if (level !== undefined) return level
  const marked = truthOf(metaOf(facts, 'isaccessibleforfree'))
  const isFree = whole ?? marked
  return isFree === undefined ? undefined : isFree ? 'free' : 'locked'
}

function tierOf(text: string | undefined): Access | undefined {
  const word = text?.trim().toLowerCase() ?? ''
  if (/^(?:free|open|public|unlocked|gratuit|gratis)$/.test(word)) return 'free'
  if (/^(?:metered|registration|registered)$/.test(word)) return 'metered'
  return /^(?:locked|paid|premium|subscribers?|subscription|subscriber-only|members?|abonn[ée]s?|payant)$/.test(word)
    ? 'locked'
    : undefined
}

/** The truth value of a property in any of the forms pages use. */
function truthOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.trim() : ''
  if (/^(?:true|yes|1|https?:\/\/schema\.org\/True)$/i.test(text)) return true
  return /^(?:false|no|0|https?:\/\/schema\.org\/False)$/i.test(text) ? false : undefined
}
