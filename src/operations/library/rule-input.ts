import { z } from 'zod'
import { asId, type RuleId } from '../../core/ids.ts'
import { compilePattern } from '../../core/rules/linear-pattern.ts'
import { type RuleActions, type RuleConditions, ruleArticleKinds } from '../../core/rules/rule.ts'
import { phrasesOf } from '../../core/rules/word-finder.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { tagName } from './tags.ts'

const words = z
  .string()
  .trim()
  .min(1)
  .max(maxLength.followed)
  .refine((text) => phrasesOf(text).length > 0, 'No word to look for')
const pattern = z
  .string()
  .min(1)
  .max(maxLength.pattern)
  .refine((source) => compilePattern(source).kind === 'pattern', 'Not a pattern that can be matched in one pass')
const id = z.string().min(1).max(120)
const length = z.number().int().min(1).max(1_000_000)

/** The conditions of a rule: at least one. */
export const ruleConditions = z
  .strictObject({
    title: words.optional(),
    titleNot: words.optional(),
    titlePattern: pattern.optional(),
    text: words.optional(),
    textNot: words.optional(),
    textPattern: pattern.optional(),
    author: words.optional(),
    feed: z.string().min(1).max(maxLength.address).optional(),
    folder: z.string().min(1).max(maxLength.folder).optional(),
    source: id.optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional(),
    articleKind: z.enum(ruleArticleKinds).optional(),
    isCopy: z.boolean().optional(),
    longerThan: length.optional(),
    shorterThan: length.optional(),
  })
  .refine(hasAny, 'No condition')
  .transform((given) => given as RuleConditions)

/** What a rule does: at least one thing. */
export const ruleActions = z
  .strictObject({
    read: z.literal(true).optional(),
    save: z.literal(true).optional(),
    tag: tagName.optional(),
    hideDays: z.number().int().min(1).max(365).optional(),
    alert: z.literal(true).optional(),
    sendTo: id.optional(),
  })
  .refine(hasAny, 'No action')
  .transform((given) => given as RuleActions)

export const ruleId = id.transform((text) => asId<RuleId>(text))
export const ruleName = z.string().trim().max(maxLength.ruleName)

function hasAny(given: object): boolean {
  return Object.values(given).some((value) => value !== undefined)
}
