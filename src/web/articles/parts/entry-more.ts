import type { Enclosure, FeedLink, FeedPlace, ReplyTo } from '../../../core/entry.ts'
import type { EpisodePlace, Participant, RecordingFacts } from '../../../core/feed/entry-media.ts'
import { ownValue } from '../../../core/own-value.ts'
import { clock } from '../../../core/time/clock.ts'
import type { EntryView } from '../../../operations/views.ts'
import { foreign, type Html, html, listed } from '../../layout/html.ts'
import { heardPath, hostOf, isWebUrl, outLink, transcriptPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** What a feed says about an entry besides its text, as a list; empty when it says nothing. */
export function entryMore({ entry, more }: EntryView, reader: Reader): Html {
  const { recordings: words } = reader.words
  const { recording } = more
  const list = (pieces: readonly Html[]) => html`${listed(pieces, reader)}`
  const rows = [
    row(words.length, recording?.durationSeconds && clock(recording.durationSeconds)),
    row(words.episode, recording && episodeLine(recording, reader)),
    row(
      words.participants,
      recording?.participants && list(recording.participants.map((one) => participant(one, reader))),
    ),
    row(words.places, more.places && list(more.places.map(place))),
    row(words.origin, more.origin && outLink(more.origin.url, foreign(more.origin.title))),
    row(words.via, more.via && list(more.via.map(linkTo))),
    row(words.inReplyTo, more.inReplyTo && list(more.inReplyTo.map((reply) => replyLink(reply)))),
    row(words.related, more.related && list(more.related.map(linkTo))),
    row(words.replies, repliesLine(more, reader)),
    row(words.files, more.enclosures.length > 0 && list(more.enclosures.map((file) => fileLine(file, reader.words)))),
    row(
      words.transcript,
      recording?.transcripts &&
        list(
          recording.transcripts.map(
            ({ language }, number) =>
              html`<a href="${transcriptPath(entry.id, number)}">${words.transcript}${language && ` (${language})`}</a>`,
          ),
        ),
    ),
    row(words.rights, more.rights && foreign(more.rights)),
  ].filter((piece) => piece !== undefined)
  return rows.length === 0
    ? html``
    : html`<section aria-labelledby="more"><h2 id="more">${reader.words.storyPage.details}</h2><dl class="facts-list feed-says">${rows}</dl></section>`
}

/** The link to the recording of an entry; nothing when it has none. */
export function listenLink({ entry, more }: EntryView, reader: Reader): Html {
  const file = more.enclosures.find(({ url, type }) => /^(?:audio|video)\//.test(type ?? '') && isWebUrl(url))
  if (!file) return html``
  const { recordings: words } = reader.words
  return html`<a class="btn" href="${heardPath(entry.id)}">${file.type?.startsWith('video/') ? words.watch : reader.words.frame.listen}</a>`
}

/** Season, episode and kind in one line; undefined when the feed gives none. */
export function episodeLine({ place, isExplicit }: RecordingFacts, reader: Reader): string | undefined {
  const { recordings: words } = reader.words
  const season = place?.seasonName ?? place?.season?.toString()
  const parts = [
    place && words.episodePlace(season, episodeOf(place)),
    place?.kind && words.kinds[place.kind],
    isExplicit && words.explicit,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : undefined
}

/** Somebody in a recording, with their role. */
export function participant({ name, role, url }: Participant, reader: Reader): Html {
  const { recordings: words } = reader.words
  return html`${outLink(url, foreign(name))}${role && html` <small>${ownValue(words.roles, role) ?? foreign(role)}</small>`}`
}

function episodeOf({ display, episode }: EpisodePlace): string | undefined {
  return display ?? episode?.toString()
}

function row(name: string, content: Html | string | false | 0 | undefined): Html | undefined {
  return content ? html`<div><dt>${name}</dt><dd>${content}</dd></div>` : undefined
}

/** A place that opens an external map when pressed. */
function place({ name, latitude, longitude }: FeedPlace): Html {
  if (latitude === undefined || longitude === undefined) return html`${foreign(name ?? '')}`
  const at = `${latitude}, ${longitude}`
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=12/${latitude}/${longitude}`
  return html`${name && html`${foreign(name)} `}${outLink(map, html`<span dir="ltr">${at}</span>`)}`
}

function linkTo({ url, title }: FeedLink): Html {
  return outLink(url, foreign(title ?? url))
}

function replyLink({ url, id }: ReplyTo): Html {
  return isWebUrl(url ?? id) ? outLink(url ?? id, foreign(url ?? id ?? '')) : foreign(id ?? '')
}

function repliesLine({ replyCount, commentsUrl }: EntryView['more'], { words }: Reader): Html | undefined {
  const count = replyCount === undefined ? undefined : words.number(replyCount)
  if (isWebUrl(commentsUrl)) return html`${outLink(commentsUrl, count ?? foreign(hostOf(commentsUrl)))}`
  return count === undefined ? undefined : html`${count}`
}

function fileLine({ url, type, lengthBytes, durationSeconds, title, credit }: Enclosure, ui: Reader['words']): Html {
  const name = title ?? decodedName(url)
  const facts = [type, lengthBytes && ui.admin.bytes(lengthBytes), durationSeconds && clock(durationSeconds)]
    .filter(Boolean)
    .join(' · ')
  return html`${outLink(url, foreign(name))} <small>${facts}</small>${credit && html` <small>${foreign(credit)}</small>`}`
}

/** The last part of a URL, decoded. */
function decodedName(url: string): string {
  const last = URL.parse(url)?.pathname.split('/').at(-1) || url
  try {
    return decodeURIComponent(last).slice(0, 120)
  } catch {
    return last.slice(0, 120)
  }
}
