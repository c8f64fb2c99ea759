import { defined } from '../../../core/defined.ts'
import type { Utterance } from '../../../core/story.ts'
import { firstReport, isTimeUnknown } from '../../../core/time/day-only.ts'
import type { StoryView } from '../../../operations/views.ts'
import { readAloud } from '../../articles/parts/read-aloud.ts'
import { recordingPart } from '../../articles/parts/recording.ts'
import { discussionPath } from '../../discussion/parts/discussion-links.ts'
import { feedPath, feedSettingsPath } from '../../feeds/parts/feed-links.ts'
import { citationLink, exactWords } from '../../layout/citation-link.ts'
import { buttonForm, mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html, languageAttributes, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import {
  arrangePath,
  auditPath,
  deskPath,
  queryOf,
  type StoryTab,
  storyPath,
  storyTabPath,
} from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { liveStory } from '../../layout/progress.ts'
import { reportBar } from '../../layout/report-bar.ts'
import { sectionName } from '../../layout/section.ts'
import { brief, shortWhen } from '../../layout/time.ts'
import { followButton } from '../../library/parts/follow-button.ts'
import { muteButton } from '../../library/parts/mute-button.ts'
import { saveButton } from '../../library/parts/save-button.ts'
import { shareButton } from '../../library/parts/share-button.ts'
import { watchLink } from '../../notify/parts/watch-link.ts'
import type { Reader } from '../../reader.ts'
import { printedSources } from './printed-sources.ts'

/** What of the overview is read aloud: the headline, the sentence below it and the story in brief. */
const spoken = '.story h1, .story > .dek > bdi, #brief .brief > li'

/** A page of a story: its overview with the whole head, or one of the others with a short one. */
export function storyLayout(story: StoryView, tab: StoryTab | undefined, body: Piece, reader: Reader): string {
  const { dossier, id } = story
  const { words } = reader
  const { title } = dossier.headline
  const text = words.independentOf(dossier.reports.length, dossier.members.length)
  const head = tab === undefined ? overviewHead(story, reader) : shortHead(story, reader)
  return layout(reader, {
    title: tab === undefined ? title : `${words.storyTabs[tab]}${words.colon}${title}`,
    feed: { kind: 'story', target: id },
    body: html`<article class="story${tab !== undefined && ' subp'}">
${head}${tabLinks(story, tab, reader)}
${body}${tab === undefined && printedSources(html`${head}${body}`, story, reader)}</article>
`,
    ...(tab === undefined && { card: { title, text, path: storyPath(id) } }),
  })
}

/** A titled part with a link at the end of its heading line. */
export function part(
  id: string,
  title: Piece,
  body: Piece,
  more?: { readonly href: string; readonly label: Piece },
): Html {
  return html`<section id="${id}" aria-labelledby="${id}-h"><h2 class="hd"><span id="${id}-h">${title}</span>${more && html`<a class="go" href="${more.href}">${more.label}</a>`}</h2>
${body}</section>
`
}

function overviewHead(story: StoryView, reader: Reader): Html {
  const { dossier, overview, documents } = story
  const { dek } = overview
  return html`<div class="crumb">${kicker(story, reader)}${story.badges.map((badge) => html`<span class="chip${chipLooks[badge] && ` ${chipLooks[badge]}`}">${reader.words.badges[badge]}</span>`)}</div>
<h1${languageAttributes(dossier.language)}>${dossier.headline.title}</h1>
${dek && html`<p class="dek"${languageAttributes(languageOf(dek.documentId, story))}>${exactWords(dek, documents)} ${citationLink(dek, documents, reader)}</p>`}
${facts(story, reader)}
${actions(story, reader)}
`
}

const chipLooks: Readonly<Partial<Record<StoryView['badges'][number], string>>> = {
  new: 'new',
  developing: 'dev',
  differs: 'dif',
}

function shortHead(story: StoryView, reader: Reader): Html {
  const { dossier, id } = story
  return html`<div class="crumb">${kicker(story, reader)}${backToStory(id, reader)}</div>
<h1 class="sub"${languageAttributes(dossier.language)}>${dossier.headline.title}</h1>
`
}

/** From another page of a story back to its overview. */
export function backToStory(id: string, { words }: Reader): Html {
  return html`<a class="u small" href="${storyPath(id)}">${icon('prev')}${words.storyPage.back}</a>`
}

/** Above a page about a story that is not one of its tabs: the story, to go back to. */
export function storyCrumb({
  id,
  title,
  language,
}: {
  readonly id: string
  readonly title: string
  readonly language?: string
}): Html {
  return html`<div class="crumb"><a class="u small" href="${storyPath(id)}">${icon('prev')}${foreign(title, language)}</a></div>`
}

function kicker({ section }: StoryView, { words }: Reader): Html | undefined {
  if (section === undefined) return undefined
  return html`<a class="kick" href="/${queryOf({ section })}">${foreign(sectionName(section, words))}</a>`
}

function facts(story: StoryView, reader: Reader): Html {
  const { words } = reader
  const { id, dossier, firstAt, lastAt, changes, sinceRead } = story
  const first = firstReport(dossier.members)
  const sizes = dossier.reports.map(({ documentIds }) => documentIds.length)
  // A link from elsewhere may name the time.
  const news = changes ? { at: changes.since, items: changes.items } : sinceRead
  return html`<div class="meta">${reportBar(sizes)}<span><a href="${storyTabPath(id, 'coverage')}"><b>${words.reports(dossier.reports.length)}</b> · ${words.articles(dossier.members.length)}</a></span>
${
  isTimeUnknown(lastAt)
    ? html`<span>${words.timeUnknown}</span>`
    : html`${
        !dossier.members.some(({ publishedAt }) => isTimeUnknown(publishedAt)) &&
        html`<span>${words.firstReport}${words.colon}${first && html`${foreign(first.sourceName)}, `}<time datetime="${firstAt}">${brief(firstAt, reader)}</time></span>
`
      }<span>${words.newestArticle} ${shortWhen(lastAt, reader)}</span>`
}${
  news !== undefined &&
  news.items.length > 0 &&
  html`
<a class="go" href="${storyTabPath(id, 'changes', { since: news.at })}">${words.since.newItems(news.items.length, brief(news.at, reader))}</a>`
}
${liveStory(story, reader)}</div>`
}

/** Follow, save, listen and share; everything else in a menu. */
function actions(story: StoryView, reader: Reader): Html {
  const { id, dossier, marks, overview } = story
  const { title } = dossier.headline
  const thing = { kind: 'story', target: id } as const
  const canBeHeard = overview.brief.length > 0
  return html`<div class="acts">${
    marks &&
    html`${followButton({ ...thing, label: title, isFollowed: marks.isFollowed, look: 'solid' }, reader)}
${saveButton({ ...thing, title, isSaved: marks.isSaved, look: 'ghost' }, reader)}`
  }${canBeHeard && readAloud(spoken, reader)}${shareButton(storyPath(id), title, reader)}
${menu(menuOf(story, reader), { name: reader.words.frame.more, isAtEnd: true })}</div>${
    canBeHeard && recordingPart(story.listening, { path: `${storyPath(id)}/audio`, of: spoken }, reader)
  }`
}

function menuOf({ id, dossier, marks, isOnDesk }: StoryView, reader: Reader): Html {
  const { words } = reader
  const feed = { kind: 'story', target: id } as const
  const isGuest = reader.identity?.role === 'guest'
  const item = (href: string, name: Parameters<typeof icon>[0], label: string) =>
    html`<a href="${href}">${icon(name)}${label}</a>`
  return html`${item(storyTabPath(id, 'changes'), 'clock', words.storyTabs.changes)}${
    !isGuest && item(`/settings/links/new${queryOf({ story: id })}`, 'send', words.sharing.link)
  }${watchLink({ ...feed, label: dossier.headline.title }, reader, icon('bell'))}${item(isGuest ? feedPath(feed) : feedSettingsPath(feed), 'feeds', words.find.feed)}${item(`${storyTabPath(id, 'coverage')}#export`, 'down', words.takeAway)}${item(auditPath(id), 'check', words.audit.title)}${
    reader.isModerator && item(arrangePath(id), 'flag', words.arranging.arrange)
  }${
    isOnDesk === true
      ? item(deskPath(id), 'cards', words.desk.there)
      : isOnDesk === false &&
        reader.isModerator &&
        buttonForm(reader, {
          action: '/desk',
          fields: { story: id },
          label: html`${icon('cards')}${words.desk.put}`,
        })
  }${
    mayMark(reader) &&
    buttonForm(reader, {
      action: '/stories/read',
      fields: { story: id, read: '0' },
      label: html`${icon('check')}${words.markUnread}`,
    })
  }${marks && html`<hr>${muteButton({ kind: 'story', target: id, label: dossier.headline.title, isMuted: marks.isMuted }, reader)}`}`
}

/** Links to the pages of a story, each with its number. */
function tabLinks(story: StoryView, current: StoryTab | undefined, reader: Reader): Html {
  const { id, dossier, discussion } = story
  const counts = {
    quotes: quoteCountOf(story),
    timeline: dossier.timeline.length,
    coverage: dossier.members.length,
    ...defined({ discussion: discussion?.count }),
  }
  return storyTabs(id, current ?? 'overview', counts, reader)
}

/** The tabs of a story, with the numbers that are known; Discussion only when its number is. */
export function storyTabs(
  id: string,
  current: StoryTab | 'overview' | 'discussion',
  counts: Readonly<Partial<Record<StoryTab | 'discussion', number>>>,
  { words }: Reader,
): Html {
  const tab = (to: typeof current, href: string) => {
    const count = to === 'overview' ? undefined : counts[to]
    return html`<a href="${href}"${to === current && html` aria-current="page"`}>${words.storyTabs[to]}${count !== undefined && html` <span class="n">${words.number(count)}</span>`}</a>`
  }
  return html`<nav class="tabs" aria-label="${words.storyPage.tabs}">${tab('overview', storyPath(id))}${(
    ['quotes', 'timeline', 'coverage'] as const
  ).map((each) => tab(each, storyTabPath(id, each)))}${
    counts.discussion !== undefined && tab('discussion', discussionPath({ kind: 'story', id }))
  }</nav>`
}

/** The number of a story's quotations, with those of unknown speakers. */
export function quoteCountOf(story: StoryView): number {
  return utterancesOf(story).length
}

/** A story's quotations, those of unknown speakers last. */
export function utterancesOf({ dossier: { ledger, unattributed } }: StoryView): readonly Utterance[] {
  return [...ledger.flatMap(({ utterances }) => utterances), ...unattributed]
}

/** Language of a cited document, else that of the story. */
export function languageOf(documentId: string, { documents, dossier }: StoryView): string {
  return documents[documentId]?.language ?? dossier.language
}

/** A text cut at a word, with `…` for what is left out. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most)
  const cut = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '), head.lastIndexOf('، '))
  const at = cut > most * 0.6 ? cut : head.lastIndexOf(' ')
  return `${head.slice(0, at > 0 ? at : most).toWellFormed()}…`
}
