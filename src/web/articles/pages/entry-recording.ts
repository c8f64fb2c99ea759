import type { Chapter, Soundbite } from '../../../core/feed/entry-media.ts'
import { clock } from '../../../core/time/clock.ts'
import type { EntryRecordingView, EntryTranscriptView } from '../../../operations/articles/entry-recording.ts'
import { foreign, type Html, html, languageAttributes, listed } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articleListPath, entryPath, heardPath, outLink, transcriptPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'
import { titleOf } from '../parts/article-row.ts'
import { episodeLine, participant } from '../parts/entry-more.ts'

/** A recording of an entry with its chapters. `seconds`: where to start; each chapter is a link that starts there. */
export function entryRecordingPage(view: EntryRecordingView, seconds: number | undefined, reader: Reader): string {
  const { recordings: words } = reader.words
  const { entry, file, recording, chapters, missing } = view
  const title = titleOf(entry)
  const place = episodeLine(recording, reader)
  const body = html`<div class="single"><article class="article recorded">
<p class="kick"><a href="${articleListPath({ feedId: entry.feedId })}">${foreign(entry.feedTitle)}</a></p>
<h1 dir="auto"><a href="${entryPath(entry.id)}">${title}</a></h1>
${(recording.durationSeconds || place) && html`<ul class="facts">${recording.durationSeconds && html`<li>${words.length} <b>${clock(recording.durationSeconds)}</b></li>`}${place && html`<li>${place}</li>`}</ul>`}
${player(view, seconds)}
<p class="note">${words.askedFrom(hostOf(file.url))} ${outLink(file.url, words.openFile)}</p>
${
  recording.participants &&
  html`<p class="feed-says">${words.participants} ${listed(
    recording.participants.map((one) => participant(one, reader)),
    reader,
  )}</p>`
}
${recording.soundbites && html`<section><h2>${words.soundbites}</h2>${chapterList(entry.id, recording.soundbites.map(asChapter), seconds)}</section>`}
${chapters.length > 0 ? html`<section><h2>${words.chapters}</h2>${chapterList(entry.id, chapters, seconds)}</section>` : missing && html`<p class="note">${words.chaptersMissing}</p>`}
${
  recording.transcripts &&
  html`<p class="feed-says">${listed(
    recording.transcripts.map(
      ({ language }, number) =>
        html`<a href="${transcriptPath(entry.id, number)}">${words.transcript}${language && ` (${language})`}</a>`,
    ),
    reader,
  )}</p>`
}</article></div>
`
  return layout(reader, { title, place: 'feeds', body })
}

/** The transcript of a recording, each passage with its time as a link. */
export function entryTranscriptPage(view: EntryTranscriptView, reader: Reader): string {
  const { recordings: words } = reader.words
  const { entry, file, lines, isCut, isMissing, url, language } = view
  const title = titleOf(entry)
  const isTimed = lines.some(({ startSeconds }) => startSeconds !== undefined)
  const passages = lines.map(({ startSeconds, speaker, text }) => {
    const said = html`${speaker && html`<b>${foreign(speaker)}</b> `}${foreign(text)}`
    if (!isTimed) return html`<p>${said}</p>`
    const at = startSeconds !== undefined && clock(startSeconds)
    const time = at && (file ? html`<a href="${heardPath(entry.id, startSeconds)}">${at}</a>` : at)
    return html`<div><dt>${time || '·'}</dt><dd>${said}</dd></div>`
  })
  const body = html`<div class="single"><article class="article recorded">
<p class="kick">${words.transcript}</p>
<h1><a href="${entryPath(entry.id)}" dir="auto">${title}</a></h1>
${isMissing ? html`<p class="notice warn">${words.transcriptMissing}</p>` : html`<p class="note">${words.transcriptNote(hostOf(url))}</p>`}
<p class="feed-says">${outLink(url, words.openFile)}</p>
${isTimed ? html`<dl class="facts-list feed-says timed"${language && languageAttributes(language)}>${passages}</dl>` : html`<div class="text"${language && languageAttributes(language)}>${passages}</div>`}
${isCut && html`<p class="note">${words.transcriptCut}</p>`}</article></div>
`
  return layout(reader, { title: `${words.transcript}${reader.words.colon}${title}`, place: 'feeds', body })
}

/**
 * Nothing is requested from the publisher's server before play is pressed. The start time is part of the file's URL (W3C Media Fragments),
 * so it works without script.
 */
function player({ entry, file }: EntryRecordingView, seconds: number | undefined): Html {
  const source = seconds === undefined ? file.url : `${file.url.replace(/#.*$/, '')}#t=${seconds}`
  const label = titleOf(entry)
  return file.type?.startsWith('video/')
    ? html`<video class="heard" controls preload="none" src="${source}" aria-label="${label}"></video>`
    : html`<audio class="heard" controls preload="none" src="${source}" aria-label="${label}"></audio>`
}

function chapterList(id: string, chapters: readonly Chapter[], seconds: number | undefined): Html {
  return html`<dl class="facts-list feed-says timed">${chapters.map((chapter) => {
    const start = Math.floor(chapter.startSeconds)
    return html`<div><dt><a href="${heardPath(id, start)}"${start === seconds && html` aria-current="true"`}>${clock(start)}</a></dt><dd>${outLink(chapter.url, foreign(chapter.title))}</dd></div>`
  })}</dl>`
}

function asChapter({ startSeconds, durationSeconds, title }: Soundbite): Chapter {
  return { startSeconds, title: title ?? clock(durationSeconds) }
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url
}
