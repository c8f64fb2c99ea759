import { type Citation, cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import { rolesConflict } from '../../core/names/role-fields.ts'
import type { SpeakerLedger } from '../../core/story.ts'
import type { MemberText } from '../story-text.ts'
import type { EntityMap } from './merge-entities.ts'

/** The role of a speaker by id, and another role that suggests a different person of that name. */
export type RolesOf = (id: string) => Pick<SpeakerLedger, 'role' | 'otherRole'>

/** Most wordings of one speaker's roles that are compared. */
const most = 40

/**
 * Finds for a speaker the role next to the name in the earliest document that has one (`US Special Envoy`; the longest there is the most
 * specific), otherwise one used in place of the name (`the Prime Minister`). Also the first role that the same person can hardly have.
 */
export function rolesIn(texts: readonly MemberText[], entities: EntityMap): RolesOf {
  const beside = new Map<string, Citation>()
  const instead = new Map<string, Citation>()
  const all = new Map<string, Map<string, Citation>>()
  for (const { mentions, input } of texts) {
    const [here, hereInstead] = [new Map<string, Citation>(), new Map<string, Citation>()]
    for (const { role, form, entity } of mentions) {
      if (!role) continue
      const cited = cite(input.document, role)
      const { id } = entities.of(entity)
      if (nationality.test(cited.exact)) continue
      if (form === 'name') note(all, id, cited)
      const found = form === 'name' ? here : hereInstead
      const known = found.get(id)
      if (known && known.exact.length >= cited.exact.length) continue
      found.set(id, cited)
    }
    for (const [id, role] of here) if (!beside.has(id)) beside.set(id, role)
    for (const [id, role] of hereInstead) if (!instead.has(id)) instead.set(id, role)
  }
  return (id) => {
    const role = beside.get(id) ?? instead.get(id)
    const otherRole = role && [...(all.get(id)?.values() ?? [])].find(({ exact }) => rolesConflict(role.exact, exact))
    return defined({ role, otherRole })
  }
}

function note(all: Map<string, Map<string, Citation>>, id: string, role: Citation): void {
  const known = all.get(id) ?? new Map<string, Citation>()
  if (known.size < most && !known.has(role.exact)) known.set(role.exact, role)
  all.set(id, known)
}

/** `the Ukrainian` replaces a name but is not a role. */
const nationality = /^(?:the )?\p{Lu}\p{L}+(?:an|ian|ish|ese|ench|utch|eek|aqi|aeli|stani)$/u
