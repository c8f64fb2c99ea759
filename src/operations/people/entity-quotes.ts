import type { Citation } from '../../core/citation.ts'
import type { EntityId } from '../../core/ids.ts'
import { rolesConflict } from '../../core/names/role-fields.ts'
import { inOwnWords } from '../../core/reading/own-words.ts'
import type { Dossier, Utterance } from '../../core/story.ts'
import type { StoryRow } from '../../store/stories/stories.ts'
import type { EntityView, StoryQuotesView } from './entity-views.ts'

const mostRoles = 4
const mostFigures = 8

/** What somebody said in a story, with its dossier. */
export type QuotedInStory = StoryQuotesView & { readonly dossier: Dossier; readonly roles: readonly Citation[] }

/** What somebody said in these stories, newest first in each, at most `most` quotations. */
export function quotesPage(
  rows: readonly (StoryRow & { readonly dossier: Dossier })[],
  speaker: EntityId,
  most: number,
): readonly QuotedInStory[] {
  let left = most
  return rows.flatMap(({ id, title, language, dossier }) => {
    const entry = dossier.ledger.find((each) => each.speaker.id === speaker)
    if (!entry) return []
    const at = new Map(dossier.members.map(({ documentId, publishedAt }) => [documentId, Date.parse(publishedAt)]))
    const timeOf = ({ wordings: [first] }: Utterance) => at.get(first.citation.documentId) || 0
    const utterances = entry.utterances.toSorted((a, b) => timeOf(b) - timeOf(a)).slice(0, Math.max(left, 0))
    left -= utterances.length
    const story = { id, title, language }
    const { role, otherRole } = entry
    return {
      story,
      utterances,
      moreCount: entry.utterances.length - utterances.length,
      dossier,
      roles: [role, otherRole].flatMap((one) => one ?? []),
    }
  })
}

/** The roles of a speaker in stories, each wording once. Two that hardly fit one person come first, so that both are visible. */
export function rolesOf(said: readonly QuotedInStory[]): Pick<EntityView, 'roles' | 'mayBeSeveral'> {
  const all = said.flatMap(({ roles }) => roles)
  const byWords = new Map(all.toReversed().map((role) => [role.exact.toLowerCase().replace(/^the /, ''), role]))
  const roles = [...byWords.values()].toReversed()
  const one = roles.find(({ exact }) => roles.some((other) => rolesConflict(exact, other.exact)))
  const other = one && roles.find(({ exact }) => rolesConflict(one.exact, exact))
  if (!one || !other) return { roles: roles.slice(0, mostRoles) }
  const rest = roles.filter((role) => role !== one && role !== other)
  return { roles: [one, other, ...rest].slice(0, mostRoles), mayBeSeveral: true }
}

/** Tracked numbers within a speaker's own words, newest first. */
export function figuresOf(said: readonly QuotedInStory[]): EntityView['figures'] {
  return said
    .flatMap(({ story, utterances, dossier }) =>
      dossier.figures.flatMap(({ unit, readings }) =>
        readings.flatMap((reading) => {
          const citation = inOwnWords(reading, utterances)
          return citation ? [{ story, unit, value: reading.value, at: reading.at, citation }] : []
        }),
      ),
    )
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, mostFigures)
}
