import type { EntityKind } from '../core/annotation.ts'
import { defined } from '../core/defined.ts'
import type { BriefPoint, Dossier, Member } from '../core/story.ts'
import { escapeAttribute } from '../core/text/escape-html.ts'
import { type CitedSources, type Exporter, sourceOf } from './exporter.ts'
import { type ExportedTopic, noFacts, type StoredText, topicUri } from './story-facts.ts'

type Item = Readonly<Record<string, unknown>>

/**
 * A story as ninjs 3.1 (IPTC, News in JSON): a composite item with the brief's sentences and their outlets, its names and Media
 * Topics, and an associated item for each article. It includes no article's text, since the outlets have the rights.
 */
export const ninjs: Exporter = {
  name: 'ninjs 3.1',
  mediaType: 'application/json; charset=utf-8',
  extension: 'ninjs.json',
  render(dossier, documents, { firstAt, changedAt, topics, texts } = noFacts) {
    const item: Item = {
      uri: `urn:twosource:story:${encodeURIComponent(dossier.storyId)}`,
      standard: {
        name: 'ninjs',
        version: '3.1',
        schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
      },
      type: 'composite',
      representationType: 'partial',
      profile: 'twosource-story',
      ...dated('firstCreated', firstAt),
      ...dated('versionCreated', changedAt),
      pubStatus: 'usable',
      ...languageOf(dossier.language),
      title: dossier.headline.title,
      headlines: [{ role: 'main', contentType: 'text/plain', value: dossier.headline.title }],
      bodies: bodiesOf(dossier.brief, documents),
      ...named(dossier),
      ...defined({ subjects: topics.length === 0 ? undefined : topics.map(subjectOf) }),
      infoSources: [...new Set(dossier.members.map(({ sourceName }) => sourceName))].map((name) => ({
        name,
        role: 'supplied',
      })),
      associations: dossier.members.map((member) =>
        articleItem(
          member,
          documents,
          texts.find(({ document }) => document.id === member.documentId),
        ),
      ),
    }
    return `${JSON.stringify(item, undefined, 2)}\n`
  },
}

function articleItem(member: Member, documents: CitedSources, kept: StoredText | undefined): Item {
  const { documentId, sourceName, title, publishedAt, role, copiedFrom } = member
  const { url, isWithdrawn } = sourceOf(documents, documentId)
  return {
    name: title,
    rel: 'member',
    uri: `urn:twosource:document:${documentId}`,
    type: 'text',
    representationType: 'partial',
    ...dated('contentCreated', kept?.isUndated ? undefined : publishedAt),
    ...dated('versionCreated', kept?.updatedAt),
    ...defined({ pubStatus: (isWithdrawn || kept?.isWithdrawn) && 'canceled' }),
    ...languageOf(kept?.document.language ?? 'und'),
    headlines: [{ role: 'main', contentType: 'text/plain', value: title }],
    ...defined({
      by: kept && kept.authors.length > 0 ? kept.authors.join(', ') : undefined,
      subjects: kept?.section === undefined ? undefined : [{ name: kept.section, creator: sourceName }],
    }),
    infoSources: [{ name: sourceName, role: role === 'copy' ? 'distributed' : 'supplied' }],
    copyrightHolder: sourceName,
    ...defined({
      renditions: isWebAddress(url) ? [{ name: 'web', href: url, contentType: 'text/html' }] : undefined,
      edNote:
        copiedFrom === undefined ? undefined : `Its text is in urn:twosource:document:${copiedFrom} too (${role}).`,
    }),
  }
}

/** The brief's sentences with their outlets, as HTML and as plain text. */
function bodiesOf(brief: readonly BriefPoint[], documents: CitedSources): readonly Item[] {
  if (brief.length === 0) return []
  const lines = brief.map(({ text, citations }) => ({
    text,
    sources: [...new Set(citations.map(({ documentId }) => documentId))].map((id) => sourceOf(documents, id)),
  }))
  const html = lines.map(({ text, sources }) => {
    const cited = sources.map(({ url, sourceName }) =>
      isWebAddress(url)
        ? `<cite><a href="${escapeAttribute(url)}">${escapeAttribute(sourceName)}</a></cite>`
        : `<cite>${escapeAttribute(sourceName)}</cite>`,
    )
    return `<p>${escapeAttribute(text)} (${cited.join(', ')})</p>`
  })
  const plain = lines.map(({ text, sources }) => `${text} (${sources.map(({ sourceName }) => sourceName).join(', ')})`)
  return [
    { role: 'brief', contentType: 'text/html', value: html.join('\n') },
    { role: 'brief', contentType: 'text/plain', value: plain.join('\n') },
  ]
}

function named({ entities = [], members }: Dossier): Item {
  const of = (wanted: EntityKind) =>
    entities
      .filter(({ entity }) => entity.kind === wanted)
      .map(({ entity, documentCount }) => ({
        name: entity.name,
        rel: documentCount * 2 > members.length ? 'main' : 'mentioned',
        literal: entity.id,
        ...(entity.wikidataId ? { uri: `http://www.wikidata.org/entity/${entity.wikidataId}` } : {}),
      }))
  const lists = { people: of('person'), organisations: of('organization'), places: of('place') }
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
}

/** `relevance` is the share of the story's articles; `creator` says how we know. */
function subjectOf({ code, name, by, share }: ExportedTopic): Item {
  return {
    name,
    uri: topicUri(code),
    rel: 'about',
    creator: by === 'section' ? 'the section of the outlet' : 'words of the text, by rule',
    relevance: Math.round(share * 100),
  }
}

/** Only times valid in RFC 3339, as the schema requires; an outlet may have written anything. */
function dated(name: string, at: string | undefined): Item {
  return at !== undefined && !Number.isNaN(Date.parse(at)) ? { [name]: new Date(at).toISOString() } : {}
}

function languageOf(language: string): Item {
  return language === 'und' ? {} : { language }
}

/** The schema requires a URI, without spaces and other forbidden characters. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i.test(url) && URL.canParse(url)
}
