import { defined } from '../core/defined.ts'
import type { Exporter } from './exporter.ts'
import { noteOn, type Reference, referencesOf } from './reference.ts'
import { noFacts } from './story-facts.ts'

/** A story's articles as CSL-JSON (Citation Style Language 1.0.2), for Zotero and pandoc. */
export const csl: Exporter = {
  name: 'CSL-JSON',
  mediaType: 'application/vnd.citationstyles.csl+json',
  extension: 'csl.json',
  render: (dossier, documents, facts = noFacts) => writeCsl(referencesOf(dossier, documents, facts)),
}

/** References as an array of items of the type `article-newspaper`. */
export function writeCsl(references: readonly Reference[]): string {
  return `${JSON.stringify(references.map(item), undefined, 2)}\n`
}

function item(reference: Reference): object {
  const { key, title, outlet, authors, publishedAt, readAt, language, url, isWithdrawn } = reference
  return {
    id: key,
    type: 'article-newspaper',
    title,
    'container-title': outlet,
    ...defined({ author: authors.length > 0 ? authors.map((literal) => ({ literal })) : undefined }),
    ...dateOf('issued', publishedAt),
    ...dateOf('accessed', readAt),
    ...defined({ language, URL: url }),
    ...defined({ status: isWithdrawn && 'withdrawn', note: noteOn(reference) }),
  }
}

function dateOf(name: 'issued' | 'accessed', at: string | undefined): object {
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(at ?? '')
  return day ? { [name]: { 'date-parts': [day.slice(1).map(Number)] } } : {}
}
