import type { LookOutcome } from '../../core/look.ts'
import type { RevisionCause } from '../../core/revision-cause.ts'
import type { DiffRow, WeightyChange } from '../../core/revision-diff.ts'
import { plural } from './counts-en.ts'

type Count = (count: number) => string

/** The words around what an outlet changed in an article, and what it says of that itself. */
export type RevisionWords = {
  readonly title: string
  readonly older: string
  readonly newer: string
  readonly show: string
  readonly current: string
  readonly views: Readonly<Record<'inline' | 'sides', string>>
  readonly asView: string
  readonly note: string
  readonly jump: string
  readonly counts: Readonly<
    Record<'added' | 'removed' | 'changed' | 'moved' | 'typographic' | 'figures' | 'quotes', Count>
  >
  readonly headline: string
  readonly nothing: string
  readonly unchanged: Count
  readonly kinds: Readonly<Record<Exclude<DiffRow['kind'], 'same'>, string>>
  readonly lacks: string
  /** Said before words that are gone or new, for who does not see how they are set. */
  readonly gone: string
  readonly put: string
  readonly weighty: Readonly<Record<WeightyChange['kind'], string>>
  readonly causes: Readonly<Record<Exclude<RevisionCause, 'outlet'>, string>>
  /** On the page of the article. */
  readonly changedAfter: string
  readonly see: string
  readonly looks: Readonly<Record<LookOutcome, string>>
  readonly notices: string
  readonly changedSince: string
  /** Beside a citation. */
  readonly goneSince: string
  readonly corrected: string
  readonly withdrawn: string
  /** Beside a citation: its page is not where it was. */
  readonly absent: string
}

const of =
  (one: string, many: string): Count =>
  (count) =>
    plural(count, one, many)

export const revisionsEn: RevisionWords = {
  title: 'What changed',
  older: 'Older text',
  newer: 'Newer text',
  show: 'Show',
  current: 'current text',
  views: { inline: 'In one text', sides: 'Side by side' },
  asView: 'How it is shown',
  note: 'Both texts are kept letter by letter as they were fetched. What is gone is struck through, what is new is underlined.',
  jump: 'Changes',
  counts: {
    added: of('sentence added', 'sentences added'),
    removed: of('sentence removed', 'sentences removed'),
    changed: of('sentence changed', 'sentences changed'),
    moved: of('sentence moved', 'sentences moved'),
    typographic: of('sentence only set otherwise', 'sentences only set otherwise'),
    figures: of('figure changed', 'figures changed'),
    quotes: of('quotation changed', 'quotations changed'),
  },
  headline: 'Headline changed',
  nothing: 'These two texts say the same.',
  unchanged: of('sentence unchanged', 'sentences unchanged'),
  kinds: { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved', typographic: 'Set otherwise' },
  lacks: 'Not in this text',
  gone: 'removed:',
  put: 'added:',
  weighty: {
    figure: 'Figure',
    'quote-changed': 'Quotation changed',
    'quote-gone': 'Quotation gone',
    'quote-new': 'New quotation',
  },
  causes: {
    held: 'More or less of the article could be had than before: what differs need not be a change by the outlet.',
    reader: 'This server reads pages otherwise than it did: what differs need not be a change by the outlet.',
  },
  changedAfter: 'Changed after publication',
  see: 'See what changed',
  looks: {
    changed: 'Looked at again, and changed:',
    unchanged: 'Looked at again, and unchanged:',
    less: 'Looked at again, less of it was to be had, so this text was kept:',
    'other-page': 'Looked at again, another text stood at its address, so this one was kept:',
    missing: 'Looked at again, but there was no page at its address any more, so this text was kept:',
    gone: 'The outlet has taken the page away for good, which its server says; this text was kept:',
    refused: 'Not looked at again, as its site asks:',
    failed: 'Looked at again, but the page could not be had:',
  },
  notices: 'What the outlet says of this article',
  changedSince: 'Changed since:',
  goneSince: 'changed since',
  corrected: 'corrected',
  withdrawn: 'withdrawn',
  absent: 'not at its address any more',
}
