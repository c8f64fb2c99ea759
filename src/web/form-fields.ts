import { type Form, text } from './form.ts'
import type { FormAgainWords } from './words/form-again-en.ts'

/** A field that somebody fills in; what a form carries beside those goes along unseen. */
export type FormField = {
  readonly name: string
  readonly label: keyof FormAgainWords['fields']
  readonly kind: 'line' | 'text' | 'tick' | 'choice' | 'file'
  readonly isNeeded: boolean
  /** In letters. */
  readonly most: number
}

/** The fields of forms by where they are sent to, for when one comes back. None of them holds a secret. */
const forms: readonly (readonly [path: RegExp, fields: readonly FormField[], only?: readonly [string, string]])[] = [
  [/^\/feeds$/, [line('url', 'address', 2000), { ...line('folder', 'folder', 200), isNeeded: false }]],
  [/^\/(?:opml|marks|settings\/import)$/, [{ ...line('file', 'file', 0), kind: 'file' }]],
  [/^\/settings\/import\/list$/, [line('url', 'address', 4000)]],
  [/^\/articles$/, [line('url', 'address', 4000), { ...line('names', 'tags', 400), isNeeded: false }]],
  [/^\/settings\/alerts\/channels$/, [line('url', 'address', 1000)], ['kind', 'webhook']],
  [/^\/settings\/alerts$/, [line('per-hour', 'perHour', 3), time('from', 'from'), time('until', 'until')]],
  [/^\/follow$/, [line('target', 'search', 400)], ['kind', 'search']],
  [/^\/mute$/, [line('target', 'words', 400)], ['kind', 'word']],
  [/^\/searches$/, [line('query', 'search', 500), { ...line('name', 'name', 120), isNeeded: false }]],
  [/^\/searches\/[^/]+\/rename$/, [line('name', 'name', 120)]],
  [/^\/tags$/, [line('names', 'tags', 400)]],
  [/^\/tags\/rename$/, [line('to', 'newName', 60)]],
  [/^\/newsletters$/, [line('name', 'name', 200), { ...line('folder', 'folder', 200), isNeeded: false }]],
  [/^\/feeds\/page$/, [line('url', 'address', 2000), line('items', 'items', 400)]],
  [/^\/labels\/words$/, [line('words', 'words', 20_000)]],
  [/^\/(?:notes|highlights)$/, [{ ...line('body', 'note', 10_000), kind: 'text' }]],
  [/^\/comments$/, [{ ...line('body', 'text', 10_000), kind: 'text' }]],
  [/^\/comments\/appeal$/, [{ ...line('words', 'text', 1000), kind: 'text' }]],
  [
    /^\/comments\/report$/,
    [choice('reason', 'reason'), { ...line('words', 'text', 1000), isNeeded: false, kind: 'text' }],
  ],
  [/^\/moderation\/decide$/, [choice('decision', 'choice'), { ...line('reason', 'reason', 1000), isNeeded: false }]],
  [
    /^\/articles\/[^/]+\/text$/,
    [choice('wrong', 'choice'), { ...line('words', 'text', 1000), isNeeded: false, kind: 'text' }],
  ],
  [/^\/stories\/[^/]+\/(?:leave|split)$/, [choice('article', 'choice')]],
  [/^\/stories\/[^/]+\/merge$/, [choice('other', 'choice')]],
  [
    /^\/(?:history\/clear|feeds\/remove|comments\/delete|admin\/backups\/remove|tags\/drop)$/,
    [{ ...line('sure', 'sure', 1), kind: 'tick' }],
  ],
]

/** The fields of a form that is sent to a path; undefined where nobody fills in any. */
export function fieldsOf(path: string, form: Form): readonly FormField[] | undefined {
  const [, fields, only] = forms.find(([known]) => known.test(path)) ?? []
  return only && text(form, only[0]) !== only[1] ? undefined : fields
}

function line(name: string, label: FormField['label'], most: number): FormField {
  return { name, label, most, kind: 'line', isNeeded: true }
}

function time(name: string, label: FormField['label']): FormField {
  return { ...line(name, label, 8), isNeeded: false }
}

function choice(name: string, label: FormField['label']): FormField {
  return { ...line(name, label, 200), kind: 'choice' }
}
