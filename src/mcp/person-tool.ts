import { z } from 'zod'
import type { Entity } from '../core/annotation.ts'
import { defined } from '../core/defined.ts'
import type { EntityView, Presence, SharedNameView } from '../operations/people/entity-views.ts'
import { getEntity } from '../operations/people/get-entity.ts'
import { listEntities } from '../operations/people/list-entities.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { citedIn, mapPresent } from './cited.ts'
import { outside, outsideAll } from './outside.ts'
import { limitOf } from './paging.ts'
import { defineTool, type ToolContext, type ToolResult, toolResultOf } from './tool.ts'
import { utteranceOf } from './utterance.ts'

/** Names listed when a query matches several people. */
const OFFERED = 20
const kinds = ['person', 'organization', 'place'] as const

export const personTool = defineTool({
  name: 'person',
  title: 'Person, organization or place',
  description:
    'What a person, an organization or a place said, promised and changed, and its stories, each cited. By id, or by name: when several have the name, `found` lists them; ask again with an id.',
  input: z.object({
    id: z.string().min(1).max(400).optional(),
    name: z.string().min(1).max(200).optional(),
    limit: limitOf(8, 40).describe('Most of each: quotations, promises, reversals, stories'),
    before: z.string().max(200).optional().describe('For older quotations: nextQuotes of the answer before'),
  }),
  async run(desk, { id, name, limit, before }) {
    if (id !== undefined) return byId(desk, id, { limit, before })
    if (name === undefined) return { kind: 'failed', message: 'Give an id or a name.' }
    const found: Presence[] = []
    for (const kind of kinds) {
      const listed = await runForProgram(desk.context, listEntities, { kind, query: name })
      if (listed.kind !== 'done') return toolResultOf(listed, '', () => ({ found: [] }))
      found.push(...listed.view.rows)
    }
    const exact = found.filter(({ entity }) => entity.name.toLowerCase() === name.trim().toLowerCase())
    const [only, other] = exact.length > 0 ? exact : found
    if (only && !other) return byId(desk, only.entity.id, { limit, before })
    return found.length === 0
      ? { kind: 'failed', message: 'No person, organization or place has this name in the stories here.' }
      : { kind: 'told', view: { found: found.slice(0, OFFERED).map(rowOf) } }
  },
})

async function byId(
  { context, links }: ToolContext,
  id: string,
  { limit, before }: { readonly limit: number; readonly before: string | undefined },
): Promise<ToolResult> {
  const carried = await runForProgram(context, getEntity, { id, limit, before })
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
        person: {
          ...rowOf(view),
          link: links.person(view.entity.id),
          ...outsideAll('otherNames', view.names),
          roles: mapPresent(view.roles, cite),
          firstAt: view.firstAt,
          lastAt: view.lastAt,
          said: view.said.map(({ story, utterances, moreCount }) => ({
            ...of(story),
            quotes: mapPresent(utterances, (utterance) => utteranceOf(utterance, cite)),
            ...(moreCount > 0 && { moreCount }),
          })),
          ...defined({ nextQuotes: view.next }),
          promised: mapPresent(view.promised.slice(0, limit), ({ story, commitment: { statement, dueDate } }) => {
            const cited = cite(statement.citations[0])
            return cited && { ...cited, ...of(story), ...defined({ dueDate }) }
          }),
          changed: mapPresent(view.changed.slice(0, limit), ({ story, difference: { a, b, why } }) => {
            const [one, later] = [cite(a.citation), cite(b.citation)]
            return one && later && { ...of(story), why: outside(why), a: one, b: later }
          }),
          stories: view.stories.slice(0, limit).map(({ storyId, title, lastAt, reportCount }) => ({
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
