import { ownValue } from '../../../core/own-value.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'
import type { Words } from '../../words/en.ts'

/** What readers are told of each step that leaves blocks out of a text. */
const reasons: Readonly<Record<string, keyof Words['textReport']['reasons']>> = {
  title: 'title',
  caption: 'picture',
  credit: 'picture',
  navigation: 'navigation',
  footer: 'navigation',
  aside: 'navigation',
  links: 'navigation',
  outside: 'furniture',
  form: 'furniture',
  'related link': 'related',
  appeal: 'appeal',
  'page furniture': 'furniture',
  'looks like page furniture': 'furniture',
  'site furniture': 'furniture',
  advertisement: 'advertisement',
  repeated: 'repeated',
  'heading of nothing': 'furniture',
  paywall: 'paywall',
  byline: 'byline',
  'site rule': 'rule',
  'size cap': 'furniture',
  'structure dropped': 'furniture',
  'hidden attribute': 'hidden',
  'hidden by style': 'hidden',
  'faded out': 'hidden',
  'for screen readers only': 'hidden',
  'aria-hidden': 'hidden',
}

/** Why a step left a block out; a step we don't know keeps its name. */
export function leftOutReason(step: string, { words }: Reader): Html {
  const known = ownValue(reasons, step)
  if (known !== undefined) return html`${words.textReport.reasons[known]}`
  return html`${words.textReport.wrong.other}${words.colon}${foreign(step, 'en')}`
}
