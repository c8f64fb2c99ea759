import { z } from 'zod'
import { defined } from '../core/defined.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { getStory } from '../operations/stories/get-story.ts'
import type { StoryView } from '../operations/views.ts'
import { citedIn, mapPresent } from './cited.ts'
import { languageTag } from './language-tag.ts'
import type { Links } from './links.ts'
import { outside } from './outside.ts'
import { limitOf, pageNumber, pageOf } from './paging.ts'
import { defineTool, toolResultOf } from './tool.ts'
import { utteranceOf } from './utterance.ts'

const parts = ['differences', 'said', 'promises', 'dates', 'articles', 'related'] as const

export const storyTool = defineTool({
  name: 'story',
  title: 'Story',
  description:
    'One story with all its outlets: brief, where accounts differ (both sides, no verdict), who said what, promises, dates, articles with their role (original, copy, partly-own), related stories. Every sentence is word for word in an article and has a link to it. Without `part`: the first of each and how many there are; with it, that part page by page.',
  input: z.object({
    id: z.string().min(1).max(120),
    part: z.enum(parts).optional(),
    limit: limitOf(5, 50).describe('Most of each part'),
    page: pageNumber,
  }),
  run: async ({ context, links }, { id, part, limit, page }) =>
    toolResultOf(await runForProgram(context, getStory, { id }), `There is no story ${id}.`, (view) => {
      const all = partsOf(view, links)
      if (part !== undefined) {
        const { shown, ...pages } = pageOf<object>(all[part], { page, limit })
        return { id: view.id, title: outside(view.dossier.headline.title), ...pages, [part]: shown }
      }
      const first = parts.filter((name) => all[name].length > 0)
      return {
        ...headOf(view, links),
        counts: Object.fromEntries(first.map((name) => [name, all[name].length])),
        ...Object.fromEntries(
          first.map((name) => [name, (name === 'said' ? firstOfEach(all.said) : all[name]).slice(0, limit)]),
        ),
      }
    }),
})

function headOf(view: StoryView, links: Links) {
  const { dossier, badges } = view
  const cite = citedIn(view.documents, links)
  return {
    id: view.id,
    title: outside(dossier.headline.title),
    link: links.story(view.id),
    language: languageTag(dossier.language),
    ...defined({ section: view.section }),
    firstAt: view.firstAt,
    changedAt: view.changedAt,
    ...(badges.length > 0 && { badges }),
    articleCount: dossier.members.length,
    reportCount: dossier.reports.length,
    brief: mapPresent(dossier.brief, ({ citations, outlets }) => {
      const cited = cite(citations[0])
      return cited && { ...cited, outletCount: outlets.length }
    }),
  }
}

function partsOf({ dossier, documents, related }: StoryView, links: Links) {
  const cite = citedIn(documents, links)
  const named = (speaker: string | undefined) =>
    defined({ speaker: speaker === undefined ? undefined : outside(speaker) })
  const sideOf = ({ speaker, citation }: (typeof dossier.differences)[0]['a']) => {
    const cited = cite(citation)
    return cited && { ...cited, ...named(speaker) }
  }
  return {
    differences: mapPresent(dossier.differences, ({ kind, why, a, b, signal }) => {
      const [one, other] = [sideOf(a), sideOf(b)]
      const signaled = signal && cite(signal)
      return one && other && { kind, why: outside(why), a: one, b: other, ...defined({ signal: signaled }) }
    }),
    said: [
      ...dossier.ledger.flatMap(({ speaker, utterances }) =>
        mapPresent(utterances, (utterance) => {
          const quote = utteranceOf(utterance, cite)
          return quote && { speaker: outside(speaker.name), speakerId: speaker.id, ...quote }
        }),
      ),
      ...mapPresent(dossier.unattributed, (utterance) => utteranceOf(utterance, cite)),
    ] as readonly { readonly speakerId?: string }[],
    promises: mapPresent(dossier.commitments, ({ by, reportedBy, statement, dueDate, changes = [] }) => {
      const cited = cite(statement.citations[0])
      const changed = mapPresent(changes, ({ kind, citation }) => {
        const change = cite(citation)
        return change && { ...change, kind }
      })
      return (
        cited && {
          ...cited,
          by: outside(by),
          ...defined({ reportedBy: reportedBy === undefined ? undefined : outside(reportedBy), dueDate }),
          ...(changed.length > 0 && { changes: changed }),
        }
      )
    }),
    dates: mapPresent(dossier.timeline, ({ citations, date, until, expression, isPlanned }) => {
      const cited = cite(citations[0])
      return (
        cited && {
          ...cited,
          date,
          ...defined({ until }),
          expression: outside(expression.exact),
          ...(isPlanned && { isPlanned }),
        }
      )
    }),
    articles: dossier.members.map((member) => ({
      id: member.articleId,
      title: outside(member.title),
      outlet: outside(member.sourceName),
      publishedAt: member.publishedAt,
      kind: member.kind,
      completeness: member.completeness.kind,
      role: member.role,
      link: links.article(member.articleId),
    })),
    related: related.map(({ id, title, reason }) => ({ id, title: outside(title), reason })),
  }
}

/** The first quotation of each speaker, then those of unknown speakers. */
function firstOfEach<Quote extends { readonly speakerId?: string }>(quotes: readonly Quote[]): readonly Quote[] {
  const seen = new Set<string>()
  return quotes.filter(({ speakerId }) => {
    const isFirst = speakerId === undefined || !seen.has(speakerId)
    if (speakerId !== undefined) seen.add(speakerId)
    return isFirst
  })
}
