import { z } from 'zod'
import { followKinds, highlightColors, muteKinds, savedKinds, taggedKinds, visitKinds } from '../../core/marks.ts'
import { liftKinds } from '../../core/ranking.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { ruleActions, ruleConditions, ruleName } from './rule-input.ts'
import { tagName } from './tags.ts'

const at = z.iso.datetime().transform((time) => new Date(time).toISOString())
const target = z.string().min(1).max(600)
/** A title at the time of marking: a long one is cut, because it is no reason to reject a file. */
const named = (most: number) => z.string().transform((text) => text.slice(0, most).toWellFormed())
const id = z.string().min(1).max(120)
const place = z.number().int().min(0).max(50_000_000)

const selector = z
  .object({
    span: z.object({ start: place, end: place }),
    exact: z.string().min(1).max(100_000),
    prefix: z.string().max(200),
    suffix: z.string().max(200),
  })
  .refine(({ span, exact }) => span.end - span.start === exact.length, 'The words are not as long as their span')

/** A URL of any length is accepted, because one is no reason to reject a file. */
const feed = z.string().min(1).max(100_000)
const key = feed

/** Read and starred entries and media positions; entries are identified by feed and key. */
export const readingRecord = z.object({
  reading: z
    .array(z.object({ feed, read: z.array(key).max(10_000) }))
    .max(1_000_000)
    .default([]),
  stars: z
    .array(
      z.object({
        feed,
        key,
        url: z.string().max(100_000).optional(),
        title: named(2_000),
        publishedAt: at.optional().catch(undefined),
        at,
        isRead: z.boolean(),
        tags: z.array(tagName).max(1_000).default([]),
      }),
    )
    .max(1_000_000)
    .default([]),
  places: z
    .array(
      z.object({
        feed,
        key,
        number: z.number().int().min(0).max(999),
        seconds: z.number().int().min(1).max(10_000_000),
      }),
    )
    .max(1_000_000)
    .default([]),
  folders: z.array(z.string().max(100_000)).max(10_000).default([]),
})

const minute = z.number().int().min(0).max(1439)

/** A reader's settings. What is read leniently elsewhere is read leniently here. */
export const settingsRecord = z.object({
  preferences: z.record(z.string().max(80), z.string().max(200)).default({}),
  /** Of folders by name. */
  folderOrders: z
    .record(z.string().min(1).max(maxLength.folder), z.enum(['newest', 'oldest']))
    .refine((orders) => Object.keys(orders).length <= 10_000)
    .default({}),
  ranking: z.unknown().optional(),
  lifts: z
    .array(
      z.object({
        kind: z.enum(liftKinds),
        target: z.string().min(1).max(600),
        label: named(400),
        weight: z.number().int().min(-100).max(100),
        why: z.string().max(200),
      }),
    )
    .max(10_000)
    .default([]),
  brief: z.unknown().optional(),
  alerts: z
    .object({
      isAllOn: z.boolean(),
      perHour: z.number().int().min(1).max(60),
      quiet: z.object({ from: minute, until: minute }).optional(),
    })
    .optional(),
})

/** The contents of a library export. An import leaves absent lists unchanged. */
export const marksRecord = readingRecord.extend({
  format: z.literal('twosource-marks'),
  version: z.literal(1),
  exportedAt: at.optional(),
  /** The instance it came from; absent in files of older versions. */
  house: z.string().max(200).optional(),
  follows: z
    .array(
      z.object({ kind: z.enum(followKinds), target, label: named(400), at, alerts: z.enum(['on', 'off']).optional() }),
    )
    .max(100_000)
    .default([]),
  mutes: z
    .array(z.object({ kind: z.enum(muteKinds), target, label: named(400), at, until: at.optional() }))
    .max(100_000)
    .default([]),
  saved: z
    .array(z.object({ kind: z.enum(savedKinds), target, title: named(2_000), at }))
    .max(1_000_000)
    .default([]),
  searches: z
    .array(
      z.object({
        id: z.string().min(1).max(60),
        name: named(120),
        query: z.string().min(1).max(500),
        at,
        seenAt: at.optional(),
        alerts: z.literal('on').optional(),
      }),
    )
    .max(1_000)
    .default([]),
  notes: z
    .array(
      z.object({
        id,
        articleId: id,
        documentId: id,
        selector,
        body: z.string().min(1).max(maxLength.note),
        at,
        changedAt: at,
      }),
    )
    .max(100_000)
    .default([]),
  highlights: z
    .array(z.object({ id, articleId: id, documentId: id, selector, color: z.enum(highlightColors), at }))
    .max(100_000)
    .default([]),
  tags: z
    .array(z.object({ kind: z.enum(taggedKinds), target, name: tagName, at }))
    .max(1_000_000)
    .default([]),
  visits: z
    .array(z.object({ kind: z.enum(visitKinds), target, at, previousAt: at.optional() }))
    .max(1_000_000)
    .default([]),
  /** Feeds and sources are named by their URLs and names, because numbers differ between instances. */
  rules: z
    .array(
      z.object({
        name: ruleName.optional(),
        isOn: z.boolean(),
        conditions: ruleConditions,
        actions: ruleActions,
        isLast: z.literal(true).optional(),
      }),
    )
    .max(1_000)
    .default([]),
  settings: settingsRecord.optional(),
})
