import { type Html, html } from '../../layout/html.ts'
import { queryOf, storyPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** Parts that a long story's page shortens, and shows whole under `?all=`, so that the first view stays small. */
const longParts = [
  'differ',
  'said',
  'unattributed',
  'commitments',
  'figures',
  'timeline',
  'reports',
  'points',
  'coverage',
] as const
export type LongPart = (typeof longParts)[number]

/** The part that a URL requests whole. */
export function longPart(value: string | undefined): LongPart | undefined {
  return longParts.find((part) => part === value)
}

/** The URL of a whole part, at an anchor within it if given. */
export function wholePath(storyId: string, part: LongPart, anchor: string = part): string {
  return `${storyPath(storyId)}${queryOf({ all: part })}#${anchor}`
}

/** `All 200 quotations` under a shortened part; under a whole one a link back. */
export function wholeLink(storyId: string, part: LongPart, label: string, isWhole: boolean, reader: Reader): Html {
  const [href, text] = isWhole
    ? [`${storyPath(storyId)}#${part}`, reader.words.storyPage.less]
    : [wholePath(storyId, part), label]
  return html`<p class="whole"><a href="${href}">${text}</a></p>`
}
