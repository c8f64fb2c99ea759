import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asId } from '../../../src/core/ids.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import { membersOf } from '../citations/story-documents.ts'
import { withKinds } from '../editor/judged-briefs.ts'
import { leadEntries, scoreJudged } from '../editor/judged-entries.ts'
import { readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'

/** The headlines of one story, each with its first sentence, and which of them may stand for the story. */
type HeadlineGroup = {
  readonly id: string
  readonly titles: readonly { readonly title: string; readonly lead: string }[]
  readonly accepted: readonly number[]
}

const own = fileURLToPath(new URL('./own.jsonl', import.meta.url))

/** Headlines of our own, and what leads real stories as an editor judged it. */
export async function run(
  options: EvalOptions & { readonly onError?: (line: string) => void } = {},
): Promise<readonly EvalResult[]> {
  const kinds = ['headline', 'first', 'line']
  const judged =
    options.data === undefined ? scoreJudged('headlines', './leads.jsonl', leadEntries, kinds, [], withKinds) : []
  return [scoreAccepted(options), ...judged]
}

/** The share of stories for which the product takes a headline that a person accepts, wherever it stands among the others. */
function scoreAccepted(options: EvalOptions & { readonly onError?: (line: string) => void }): EvalResult {
  const path = options.data ?? own
  const groups = readRecords<HeadlineGroup>(path)
  let right = 0
  let asked = 0
  for (const group of groups) {
    // The order of the articles must not decide.
    for (const first of group.titles.keys()) {
      const order = group.titles.map((_, index) => (index + first) % group.titles.length)
      const title = headlineOf(group, order)
      asked++
      if (group.accepted.some((index) => group.titles[index]?.title === title)) right++
      else options.onError?.(`${group.id}: ${title}`)
    }
  }
  return {
    name: 'headlines',
    set: basename(path).replace(/\.jsonl(\.zst)?$/, ''),
    records: groups.length,
    figures: { accepted: right / (asked || 1) },
    notes: ['groups of headlines of our own; each is asked once for every article that may come first'],
    isOwnSet: path === own,
  }
}

function headlineOf({ id, titles }: HeadlineGroup, order: readonly number[]): string {
  const records = order.map((index, rank) => ({
    id: `${id}-${index}`,
    story: id,
    source: `Outlet ${index + 1}`,
    title: titles[index]?.title ?? '',
    text: titles[index]?.lead ?? '',
    date: `2026-03-02T0${rank + 5}:00:00Z`,
  }))
  return buildDossier({ storyId: asId(id), members: membersOf(records) }).headline.title
}
