import { nameSkeleton } from '../../../core/names/name-skeleton.ts'
import type { CitedDocument, StoryView } from '../../../operations/views.ts'
import { type Html, html } from '../../layout/html.ts'

type Documents = StoryView['documents']

const spellingsOf = new WeakMap<Documents, ReadonlyMap<string, ReadonlySet<string>>>()

/** The site beside an outlet's name that mixes scripts, or looks like another outlet's: `Rеuters` with a Cyrillic letter. */
export function lookAlikeSite(document: CitedDocument | undefined, documents: Documents): Html {
  if (document === undefined || !(isMixed(document.sourceName) || hasDouble(document.sourceName, documents)))
    return html``
  return html` <small dir="ltr">${URL.parse(document.url)?.hostname ?? document.url}</small>`
}

/** True when a word mixes Latin letters with letters that look like them. */
function isMixed(name: string): boolean {
  return (name.match(/[\p{L}\p{M}]+/gu) ?? []).some(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(word),
  )
}

/** True when another spelling looks the same; a difference in case deceives nobody. */
function hasDouble(name: string, documents: Documents): boolean {
  const known = spellingsOf.get(documents) ?? spellingsIn(documents)
  spellingsOf.set(documents, known)
  return (known.get(nameSkeleton(name))?.size ?? 0) > 1
}

function spellingsIn(documents: Documents): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Set(Object.values(documents).map(({ sourceName }) => sourceName))
  const alike = Map.groupBy(names, nameSkeleton)
  return new Map([...alike].map(([look, group]) => [look, new Set(group.map((name) => name.toLowerCase()))]))
}
