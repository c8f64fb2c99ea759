import { maxCommentLength, maxReasonLength } from '../core/comment.ts'
import { maxSelectorLength } from '../core/feed/page-rule.ts'
import { maxLength } from '../core/text/max-length.ts'
import { type Form, text } from './form.ts'
import type { FormAgainWords } from './layout/words-en.ts'

/** A field people fill in; the form's other fields are carried along hidden. */
export type FormField = {
  readonly name: string
  readonly label: keyof FormAgainWords['fields']
  readonly kind: 'line' | 'text' | 'tick' | 'choice' | 'file'
  readonly isNeeded: boolean
  /** In characters. */
  readonly most: number
}

/** The fields of forms by path, for returning a form. None of them contains a secret. */
const forms: readonly (readonly [path: RegExp, fields: readonly FormField[], only?: readonly [string, string]])[] = [
  [/^\/feeds$/, [line('url', 'address', maxLength.address), optional(line('folder', 'folder', maxLength.folder))]],
  [/^\/(?:opml|marks|settings\/import)$/, [{ ...line('file', 'file', 0), kind: 'file' }]],
  [/^\/settings\/import\/list$/, [line('url', 'address', maxLength.address)]],
  [/^\/articles$/, [line('url', 'address', maxLength.address), optional(line('names', 'tags', maxLength.tags))]],
  [/^\/settings\/alerts\/channels$/, [line('url', 'address', maxLength.webhookAddress)], ['kind', 'webhook']],
  [/^\/settings\/alerts$/, [line('per-hour', 'perHour', 3), time('from', 'from'), time('until', 'until')]],
  [/^\/follow$/, [line('target', 'search', maxLength.followed)], ['kind', 'search']],
  [/^\/mute$/, [line('target', 'words', maxLength.followed)], ['kind', 'word']],
  [/^\/searches$/, [line('query', 'search', maxLength.search), optional(line('name', 'name', maxLength.searchName))]],
  [/^\/searches\/[^/]+\/rename$/, [line('name', 'name', maxLength.searchName)]],
  [/^\/tags$/, [line('names', 'tags', maxLength.tags)]],
  [/^\/tags\/rename$/, [line('to', 'newName', maxLength.tag)]],
  [/^\/newsletters$/, [line('name', 'name', maxLength.feedName), optional(line('folder', 'folder', maxLength.folder))]],
  [/^\/feeds\/page$/, [line('url', 'address', maxLength.pageAddress), line('items', 'items', maxSelectorLength)]],
  [/^\/labels\/words$/, [line('words', 'words', maxLength.correctedWords)]],
  [/^\/(?:notes|highlights)$/, [lines('body', 'note', maxLength.note)]],
  [/^\/desk\/[^/]+$/, [optional(lines('body', 'note', maxLength.deskNote))]],
  [/^\/check$/, [lines('text', 'text', maxLength.checkedText)]],
  [/^\/comments$/, [lines('body', 'text', maxCommentLength)]],
  [/^\/comments\/appeal$/, [lines('words', 'text', maxReasonLength)]],
  [/^\/comments\/report$/, [choice('reason', 'reason'), optional(lines('words', 'text', maxReasonLength))]],
  [/^\/moderation\/decide$/, [choice('decision', 'choice'), optional(line('reason', 'reason', maxReasonLength))]],
  [/^\/articles\/[^/]+\/text$/, [choice('wrong', 'choice'), optional(lines('words', 'text', maxLength.wrongText))]],
  [/^\/stories\/[^/]+\/(?:leave|split)$/, [choice('article', 'choice')]],
  [/^\/stories\/[^/]+\/merge$/, [choice('other', 'choice')]],
  [
    /^\/(?:history\/clear|feeds\/remove|comments\/delete|admin\/backups\/remove|tags\/drop)$/,
    [{ ...line('sure', 'sure', 1), kind: 'tick' }],
  ],
]

/** The fields of a form sent to a path; undefined when nobody fills in any. */
export function fieldsOf(path: string, form: Form): readonly FormField[] | undefined {
  const [, fields, only] = forms.find(([known]) => known.test(path)) ?? []
  return only && text(form, only[0]) !== only[1] ? undefined : fields
}

function line(name: string, label: FormField['label'], most: number): FormField {
  return { name, label, most, kind: 'line', isNeeded: true }
}

function lines(...given: Parameters<typeof line>): FormField {
  return { ...line(...given), kind: 'text' }
}

function optional(field: FormField): FormField {
  return { ...field, isNeeded: false }
}

function time(name: string, label: FormField['label']): FormField {
  return optional(line(name, label, 8))
}

function choice(name: string, label: FormField['label']): FormField {
  return { ...line(name, label, 200), kind: 'choice' }
}
