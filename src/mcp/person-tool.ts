import { z } from 'zod'
import type { Entity } from '../core/annotation.ts'
import { defined } from '../core/defined.ts'
import type { EntityView, Presence, SharedNameView } from '../operations/people/entity-views.ts'
import { getEntity } from '../operations/people/get-entity.ts'
import { listEntities } from '../operations/people/list-entities.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { citedIn, citedWords, mapPresent } from './cited.ts'
import { outside, outsideText } from './outside.ts'
import { defineTool, type ToolContext, type ToolResult, toolResultOf } from './tool.ts'
import { utteranceOf, utteranceView } from './utterance.ts'

/** Names listed when a query matches several people. */
const OFFERED = 20
const kinds = ['person', 'organization', 'place'] as const

const row = z.object({
  id: z.string(),
  name: outsideText,
  kind: z.enum(kinds),
  storyCount: z.number(),
  quoteCount: z.number(),
})
const inStory = z.object({ storyId: z.string(), storyTitle: outsideText })

const output = z.object({
  found: z.array(row).describe('Whom the name fits; when it is not one alone, ask again with an id'),
  person: z
    .object({
      ...row.shape,
      link: z.string(),
      otherNames: z.array(outsideText),
      roles: z.array(citedWords),
      firstAt: z.string(),
      lastAt: z.string(),
      said: z.array(z.object({ ...inStory.shape, quotes: z.array(utteranceView), moreCount: z.number() })),
      nextQuotes: z.string().optional().describe('Give it as `before` for older quotations'),
      promised: z.array(z.object({ ...citedWords.shape, ...inStory.shape, dueDate: z.string().optional() })),
      changed: z.array(z.object({ ...inStory.shape, why: outsideText, a: citedWords, b: citedWords })),
      stories: z.array(z.object({ ...inStory.shape, lastAt: z.string(), reportCount: z.number() })),
    })
    .optional(),
})

export const personTool = defineTool({
  name: 'person',
  title: 'A person, organization or place',
  description:
    'What a person, an organization or a place said, promised and took back, and the stories it is in, each cited. By id, or by name: a name that fits several answers with those to choose from.',
  input: z.object({
    id: z.string().min(1).max(400).optional(),
    name: z.string().min(1).max(200).optional(),
    before: z.string().max(200).optional(),
  }),
  output,
  async run(desk, { id, name, before }) {
    if (id !== undefined) return byId(desk, id, before)
    if (name === undefined) return { kind: 'failed', message: 'Give an id or a name.' }
    const found: Presence[] = []
    for (const kind of kinds) {
      const listed = await runForProgram(desk.context, listEntities, { kind, query: name })
      if (listed.kind !== 'done') return toolResultOf(listed, '', () => ({ found: [] }))
      found.push(...listed.view.rows)
    }
    const exact = found.filter(({ entity }) => entity.name.toLowerCase() === name.trim().toLowerCase())
    const [only, other] = exact.length > 0 ? exact : found
    if (only && !other) return byId(desk, only.entity.id, before)
    return found.length === 0
      ? { kind: 'failed', message: 'No person, organization or place has this name in the stories kept.' }
      : { kind: 'told', view: { found: found.slice(0, OFFERED).map(rowOf) } }
  },
})

async function byId(
  { context, links }: ToolContext,
  id: string,
  before: string | undefined,
): Promise<ToolResult<z.output<typeof output>>> {
  const carried = await runForProgram(context, getEntity, { id, before })
  return toolResultOf(
    carried,
    `There is no person, organization or place ${id}.`,
    (view: EntityView | SharedNameView) => {
      if (view.kind === 'shared') return { found: view.rows.slice(0, OFFERED).map(rowOf) }
      const cite = citedIn(view.documents, links)
      const of = ({ id: storyId, title }: { readonly id: string; readonly title: string }) => ({
        storyId,
        storyTitle: outside(title),
      })
      return {
        found: [rowOf(view)],
        person: {
          ...rowOf(view),
          link: links.person(view.entity.id),
          otherNames: view.names.map(outside),
          roles: mapPresent(view.roles, cite),
          firstAt: view.firstAt,
          lastAt: view.lastAt,
          said: view.said.map(({ story, utterances, moreCount }) => ({
            ...of(story),
            quotes: mapPresent(utterances, (utterance) => utteranceOf(utterance, cite)),
            moreCount,
          })),
          ...defined({ nextQuotes: view.next }),
          promised: mapPresent(view.promised, ({ story, commitment: { statement, dueDate } }) => {
            const cited = cite(statement.citations[0])
            return cited && { ...cited, ...of(story), ...defined({ dueDate }) }
          }),
          changed: mapPresent(view.changed, ({ story, difference: { a, b, why } }) => {
            const [one, later] = [cite(a.citation), cite(b.citation)]
            return one && later && { ...of(story), why: outside(why), a: one, b: later }
          }),
          stories: view.stories.map(({ storyId, title, lastAt, reportCount }) => ({
            ...of({ id: storyId, title }),
            lastAt,
            reportCount,
          })),
        },
      }
    },
  )
}

function rowOf(given: { readonly entity: Entity; readonly storyCount: number; readonly quoteCount: number }) {
  const { entity, storyCount, quoteCount } = given
  return { id: entity.id, name: outside(entity.name), kind: entity.kind, storyCount, quoteCount }
}
