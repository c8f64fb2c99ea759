import { z } from 'zod'
import { defined } from '../core/defined.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { getStory } from '../operations/stories/get-story.ts'
import type { StoryView } from '../operations/views.ts'
import { citedIn, citedWords, mapPresent } from './cited.ts'
import { languageTag } from './language-tag.ts'
import type { Links } from './links.ts'
import { outside, outsideText } from './outside.ts'
import { defineTool, toolResultOf } from './tool.ts'
import { utteranceOf, utteranceView } from './utterance.ts'

/** The most of each part in one response; the full counts are included. */
const most = { speakers: 20, saidEach: 5, unattributed: 10, timeline: 20, articles: 40 }

const side = z.object({ ...citedWords.shape, speaker: outsideText.optional() })

const storyOutput = z.object({
  id: z.string(),
  title: outsideText,
  link: z.string(),
  language: z.string(),
  section: z.string().optional(),
  firstAt: z.string(),
  changedAt: z.string(),
  badges: z.array(z.string()),
  articleCount: z.number(),
  reportCount: z.number().describe('Independent reports: copies are not counted again'),
  brief: z.array(z.object({ ...citedWords.shape, outlets: z.array(outsideText) })),
  differences: z
    .array(z.object({ kind: z.string(), why: outsideText, a: side, b: side, signal: citedWords.optional() }))
    .describe('Where accounts differ: both sides, no verdict'),
  speakerCount: z.number(),
  said: z.array(
    z.object({
      speaker: outsideText,
      speakerId: z.string().describe('For the tool person'),
      quoteCount: z.number(),
      quotes: z.array(utteranceView),
    }),
  ),
  unattributed: z.array(utteranceView),
  commitments: z.array(
    z.object({
      ...citedWords.shape,
      by: outsideText,
      reportedBy: outsideText.optional(),
      dueDate: z.string().optional(),
      changes: z.array(z.object({ ...citedWords.shape, kind: z.string() })),
    }),
  ),
  timeline: z.array(
    z.object({
      ...citedWords.shape,
      date: z.string(),
      until: z.string().optional(),
      expression: outsideText.describe('The words that gave the date'),
      isPlanned: z.boolean(),
    }),
  ),
  articles: z.array(
    z.object({
      id: z.string().describe('For the tool article'),
      title: outsideText,
      outlet: outsideText,
      publishedAt: z.string(),
      kind: z.string(),
      completeness: z.string(),
      role: z.string().describe('original, copy, partly-own or undecided'),
      link: z.string(),
    }),
  ),
  related: z.array(z.object({ id: z.string(), title: outsideText, reason: z.string() })),
})

export const storyTool = defineTool({
  name: 'story',
  title: 'One story',
  description:
    'One story with all its outlets: its brief, where accounts differ, who said what, promises, dates and articles; every sentence stands word for word in an article and links to it.',
  input: z.object({ id: z.string().min(1).max(120) }),
  output: storyOutput,
  run: async ({ context, links }, input) =>
    toolResultOf(await runForProgram(context, getStory, input), `There is no story ${input.id}.`, (view) =>
      storyOutputOf(view, links),
    ),
})

function storyOutputOf(view: StoryView, links: Links): z.output<typeof storyOutput> {
  const { dossier } = view
  const cite = citedIn(view.documents, links)
  const sideOf = ({ speaker, citation }: (typeof dossier.differences)[0]['a']) => {
    const cited = cite(citation)
    return cited && { ...cited, ...defined({ speaker: speaker === undefined ? undefined : outside(speaker) }) }
  }
  return {
    id: view.id,
    title: outside(dossier.headline.title),
    link: links.story(view.id),
    language: languageTag(dossier.language),
    ...defined({ section: view.section }),
    firstAt: view.firstAt,
    changedAt: view.changedAt,
    badges: [...view.badges],
    articleCount: dossier.members.length,
    reportCount: dossier.reports.length,
    brief: mapPresent(dossier.brief, ({ citations, outlets }) => {
      const cited = cite(citations[0])
      return cited && { ...cited, outlets: outlets.map(outside) }
    }),
    differences: mapPresent(dossier.differences, ({ kind, why, a, b, signal }) => {
      const [one, other] = [sideOf(a), sideOf(b)]
      const signalled = signal && cite(signal)
      return one && other && { kind, why: outside(why), a: one, b: other, ...defined({ signal: signalled }) }
    }),
    speakerCount: dossier.ledger.length,
    said: dossier.ledger.slice(0, most.speakers).map(({ speaker, utterances }) => ({
      speaker: outside(speaker.name),
      speakerId: speaker.id,
      quoteCount: utterances.length,
      quotes: mapPresent(utterances.slice(0, most.saidEach), (utterance) => utteranceOf(utterance, cite)),
    })),
    unattributed: mapPresent(dossier.unattributed.slice(0, most.unattributed), (utterance) =>
      utteranceOf(utterance, cite),
    ),
    commitments: mapPresent(dossier.commitments, ({ by, reportedBy, statement, dueDate, changes = [] }) => {
      const cited = cite(statement.citations[0])
      return (
        cited && {
          ...cited,
          by: outside(by),
          ...defined({ reportedBy: reportedBy === undefined ? undefined : outside(reportedBy), dueDate }),
          changes: mapPresent(changes, ({ kind, citation }) => {
            const change = cite(citation)
            return change && { ...change, kind }
          }),
        }
      )
    }),
    timeline: mapPresent(
      dossier.timeline.slice(0, most.timeline),
      ({ citations, date, until, expression, isPlanned }) => {
        const cited = cite(citations[0])
        return (
          cited && {
            ...cited,
            date,
            ...defined({ until }),
            expression: outside(expression.exact),
            isPlanned,
          }
        )
      },
    ),
    articles: dossier.members.slice(0, most.articles).map((member) => ({
      id: member.articleId,
      title: outside(member.title),
      outlet: outside(member.sourceName),
      publishedAt: member.publishedAt,
      kind: member.kind,
      completeness: member.completeness.kind,
      role: member.role,
      link: links.article(member.articleId),
    })),
    related: view.related.map(({ id, title, reason }) => ({ id, title: outside(title), reason })),
  }
}
